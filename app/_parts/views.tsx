import type { HrModel } from '../_hr';
import type { OverviewModel } from '../_model';
import { PayChart } from './PayChart';
import { PeopleTable } from './PeopleTable';
import { SalesChart } from './SalesChart';
import { TechnicianTable } from './TechnicianTable';
import { ToDo } from './ToDo';
import { useDirectorTasks, useHrTasks, useRegionTasks } from './tasks';
import './overview.css';

/** Chart and to-do list side by side, the table below. */
export function DirectorBody({ model }: { model: OverviewModel }) {
  const tasks = useDirectorTasks(model);
  return (
    <>
      <div className="overview-top">
        <SalesChart model={model} />
        <ToDo tasks={tasks} />
      </div>
      <PeopleTable model={model} />
    </>
  );
}

export function RegionBody({ model }: { model: OverviewModel }) {
  const tasks = useRegionTasks(model);
  return (
    <>
      <div className="overview-top">
        <SalesChart model={model} />
        <ToDo tasks={tasks} />
      </div>
      <PeopleTable model={model} />
    </>
  );
}

export function HrBody({ model }: { model: HrModel }) {
  const tasks = useHrTasks(model);
  return (
    <>
      <div className="overview-top">
        <PayChart model={model} />
        <ToDo tasks={tasks} />
      </div>
      <TechnicianTable model={model} />
    </>
  );
}
