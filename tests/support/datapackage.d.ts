/** Types of the parts that the tests use, since the package has none. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly tabular: boolean;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    /** Rejects at the first cell that violates its column's type. */
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
