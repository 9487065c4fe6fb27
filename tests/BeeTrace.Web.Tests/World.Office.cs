using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    private int _licences;

    /// <summary>A registration with nothing wrong in it, and nobody like it.</summary>
    public RegisterBeekeeper ABeekeeper()
    {
        var number = Interlocked.Increment(ref _licences);
        // Names of one county are compared, so each has characters and letters of its own.
        var name = new string([(char)('\u4e10' + number), (char)('\u5e10' + number), (char)('\u6e10' + number)]);
        return new(
            $"{CountyCode}-9{number:000}", name, Guid.NewGuid().ToString("N"), BeekeeperKind.Individual, $"0571-88{number:000000}", "桐庐县试验路 1 号", CountyCode, Today.AddYears(-1));
    }

    /// <summary>Somebody whom the county has registered.</summary>
    public async Task<string> RegisteredAsync(RegisterBeekeeper? beekeeper = null) =>
        (await Get<BeekeeperService>().RegisterAsync(BeekeeperId.New(), beekeeper ?? ABeekeeper(), County)).ShouldBeDone().LicenceNumber;

    /// <summary>A nectar source with nothing wrong in it: a field of about 200 by 200 m.</summary>
    public static RegisterNectarSource ANectarSource() => new(
        NectarSourceId.New(), Rape, "试验油菜田", CountyCode, "29.8000, 119.7000\n29.8000, 119.7021\n29.8018, 119.7021\n29.8018, 119.7000", Datum.Wgs84, null, "03-11", "04-20");

    /// <summary>A firm whom the county has registered, by credit code.</summary>
    public async Task<string> FirmAsync()
    {
        var code = $"91{CountyCode}MB8T{Interlocked.Increment(ref _people):00000}";
        code += UnifiedSocialCreditCode.CheckOf(code);
        return (await Get<FirmService>().RegisterAsync(FirmId.New(), new(code, "试验公司", "Test Company", FirmKind.Processing, CountyCode, null), County)).ShouldBeDone().ToString();
    }
}
