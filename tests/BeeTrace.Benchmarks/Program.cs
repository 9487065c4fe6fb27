using BeeTrace.Benchmarks;

switch (args)
{
    case ["certificate", ..]:
        CertificateRendering.Run(args.Length > 1 ? args[1] : null);
        return 0;
    case ["host", var host]:
        await HostMeasurements.RunAsync(Path.GetFullPath(host));
        return 0;
    case ["register", ..]:
        await RegisterLists.RunAsync(Path.GetFullPath(args.Length > 1 ? args[1] : "/var/tmp/beetrace-national"));
        return 0;
    case ["map", ..]:
        await MapMeasurements.RunAsync(Path.GetFullPath(args.Length > 1 ? args[1] : "/var/tmp/beetrace-national"));
        return 0;
    default:
        Console.Error.WriteLine("Usage: BeeTrace.Benchmarks certificate [FOLDER] | host artifacts/web/BeeTrace.Web.dll | register [FOLDER] | map [FOLDER]");
        return 2;
}
