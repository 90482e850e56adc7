/** The product's mark: a seal around a tree, as the log is sealed. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--mantine-color-anchor)"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M12 6v4M12 10l-4 4M12 10l4 4M8 14v3.500M16 14v3.500" />
    </svg>
  );
}
