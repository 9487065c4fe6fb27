using BeeTrace.Benchmarks;

switch (args)
{
    case ["certificate", ..]:
        CertificateRendering.Run(args.Length > 1 ? args[1] : null);
        return 0;
    case ["issue", ..]:
        await IssueMeasurements.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1000);
        return 0;
    case ["figures-pdf", ..]:
        FigureRendering.Run(args.Length > 1 ? args[1] : null);
        return 0;
    case ["judge"]:
        JudgeMeasurements.Run();
        return 0;
    case ["lab", ..]:
        await LabMeasurements.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        return 0;
    case ["rates", ..]:
        await LabMeasurements.RunRatesAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000_000);
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
    case ["question", ..]:
        await QuestionMeasurements.RunAsync(Path.GetFullPath(args.Length > 1 ? args[1] : "/var/tmp/beetrace-national"));
        return 0;
    case ["import", ..]:
        await ImportMeasurements.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case ["trade", ..]:
        await TradeMeasurements.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    default:
        Console.Error.WriteLine("Usage: BeeTrace.Benchmarks certificate [FOLDER] | figures-pdf [FOLDER] | issue [PAPERS] | judge | lab [SAMPLES] | rates [READINGS] | host artifacts/web/BeeTrace.Web.dll | register [FOLDER] | map [FOLDER] | question [FOLDER] | import [ROWS] | trade [ROWS]");
        return 2;
}
