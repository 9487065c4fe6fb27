using BeeTrace.Core.Certificates;
using BeeTrace.Web.Certificates;
using Microsoft.Extensions.Logging.Abstractions;

namespace BeeTrace.Web.Commands;

/// <summary><c>verify FILE...</c>: one line a file, with state, number and reasons. 0 when every file is a valid certificate.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(Settings settings, IReadOnlyList<string> files, TextWriter say, CancellationToken cancel)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"{missing} is not there.");
            return 2;
        }

        await using var data = await DataHome.OpenAsync(settings, NullLogger.Instance, cancel);
        await using var services = new ServiceCollection().AddLogging().AddBeeTrace(settings, data.Connections).BuildServiceProvider();
        var check = services.GetRequiredService<CertificateCheck>();
        var areAllValid = true;
        foreach (var file in files)
        {
            var result = await CheckAsync(check, file, cancel);
            areAllValid &= result.State is CertificateState.Valid;
            await say.WriteLineAsync($"{result.State.Code(),-10}  {result.Number ?? "-",-14}  {file}: {string.Join("; ", result.Reasons.Select(r => r.En))}");
        }

        return areAllValid ? 0 : 1;
    }

    private static async Task<CheckResult> CheckAsync(CertificateCheck check, string file, CancellationToken cancel) =>
        new FileInfo(file).Length > CertificateCheck.LargestPdf
            ? new CheckResult(CertificateState.Unreadable, null, null, [CheckReason.TooLarge])
            : await check.ByFileAsync(await File.ReadAllBytesAsync(file, cancel), cancel);
}
