/**
 * Solves mixed-integer programs with HiGHS in a process of its own: one message in, progress and one answer out.
 * Plain JavaScript, so that it starts as it is, in the server and on the command line.
 */
import loadHighs from 'highs';

const highs = await loadHighs();
const { infinity } = highs;
const { callbackType, modelStatus, objectiveSense, variableType } = highs.constants;

/** Rows to compressed rows. */
function matrixOf(rows, columns) {
  const starts = [0];
  const indices = [];
  const values = [];
  for (const row of rows) {
    indices.push(...row.columns);
    values.push(...row.values);
    starts.push(indices.length);
  }
  return { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values };
}

function solve({ program, seconds }, tell) {
  const n = program.costs.length;
  const model = highs.createModel({
    numCols: n,
    numRows: program.rows.length,
    sense: program.maximise ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: program.costs,
    colLower: new Array(n).fill(0),
    colUpper: program.uppers.map((u) => u ?? infinity),
    rowLower: program.rows.map((r) => r.lower ?? -infinity),
    rowUpper: program.rows.map((r) => r.upper ?? infinity),
    matrix: matrixOf(program.rows, n),
    integrality: program.costs.map((_, i) =>
      i < program.binaries ? variableType.integer : variableType.continuous,
    ),
  });
  try {
    // The same question gives the same answer: a fixed seed, no gap left open.
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      time_limit: seconds,
    });
    const said = (event) => {
      const { mip_gap: gap, running_time: time } = event.data;
      tell({ gap: Number.isFinite(gap) ? gap : null, seconds: time ?? 0 });
    };
    model.run({ [callbackType.mipLogging]: said, [callbackType.mipImprovingSolution]: said });
    const status = model.getModelStatus();
    const optimal = status === modelStatus.optimal;
    const solution = model.getSolution();
    const gap = Number(model.info.get('mip_gap'));
    return {
      proven: optimal,
      infeasible: status === modelStatus.infeasible,
      gap: optimal ? 0 : Number.isFinite(gap) ? gap : null,
      solution:
        optimal || Number(model.info.get('primal_solution_status')) === 2
          ? Array.from(solution.colValue)
          : null,
    };
  } finally {
    model.dispose();
  }
}

process.on('message', (job) => {
  try {
    const answer = solve(job, (progress) => process.send({ id: job.id, progress }));
    process.send({ id: job.id, answer });
  } catch (error) {
    process.send({ id: job.id, failure: String(error?.message ?? error) });
  }
});
// Whoever asked is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit());
