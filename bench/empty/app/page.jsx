export default function Empty() {
  return <main>empty</main>;
}
