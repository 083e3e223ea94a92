/** As much of it as the tests use: the package has no types of its own. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly tabular: boolean;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    /** Rejects with the first cell that is not of its column's type. */
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }
  interface DataPackage {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  export const Package: {
    load(descriptor: object, options: { readonly basePath: string; readonly strict: false }): Promise<DataPackage>;
  };
}
