/** The mark and the name. */
export function Brand() {
  return (
    <>
      <svg width="16" height="14" viewBox="0 0 16 14" fill="currentColor" aria-hidden="true">
        <path d="M0 8h4v6H0z" opacity=".45" />
        <path d="M6 4h4v10H6z" opacity=".7" />
        <path d="M12 0h4v14h-4z" />
      </svg>
      Tierline
    </>
  );
}
