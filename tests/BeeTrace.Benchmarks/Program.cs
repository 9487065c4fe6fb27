using BeeTrace.Benchmarks;

switch (args)
{
    case ["certificate", ..]:
        CertificateRendering.Run(args.Length > 1 ? args[1] : null);
        return 0;
    default:
        Console.Error.WriteLine("Usage: BeeTrace.Benchmarks certificate [FOLDER]");
        return 2;
}
