/* Files that Vite (build) and Vitest (tests) put into the bundle as text. */
declare module '*?raw' {
  const text: string;
  export default text;
}
declare module '*?inline' {
  const dataUrl: string;
  export default dataUrl;
}
