using System.Globalization;

namespace BeeTrace.Web.Tests.Shell;

/// <summary>Somebody who reads pages in one language, until disposed.</summary>
internal sealed class Reader : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    private Reader(string culture) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    public static Reader Of(string culture) => new(culture);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
