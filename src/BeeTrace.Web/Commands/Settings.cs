using System.Globalization;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Map;

namespace BeeTrace.Web.Commands;

/// <summary>What the operator sets, by environment variables.</summary>
/// <param name="Url"><c>BEETRACE_URL</c>: where the host listens; loopback unless said otherwise.</param>
/// <param name="Home"><c>BEETRACE_HOME</c>: private database, demo accounts.</param>
/// <param name="Demo"><c>BEETRACE_DEMO=0</c> leaves the demo data out.</param>
/// <param name="App"><c>ConnectionStrings__BeeTrace</c>: an outer PostgreSQL, as <c>beetrace_app</c>.</param>
/// <param name="Owner"><c>ConnectionStrings__BeeTraceOwner</c>: the same as <c>beetrace_owner</c>, for migrations.</param>
/// <param name="PublicUrl"><c>BEETRACE_PUBLIC_URL</c>: the address that QR codes carry; the listening one by default.</param>
/// <param name="Mail"><c>BEETRACE_SMTP</c> and <c>BEETRACE_MAIL_FROM</c>: the server that takes e-mail; null for none.</param>
public sealed record Settings(string Url, string Home, bool Demo, string? App, string? Owner, string PublicUrl, MailSettings? Mail = null)
{
    public static Settings FromEnvironment()
    {
        var url = Read("BEETRACE_URL") ?? "http://127.0.0.1:5080";
        return new Settings(
            url,
            Path.GetFullPath(Read("BEETRACE_HOME") ?? ".beetrace"),
            Read("BEETRACE_DEMO") != "0",
            Read("ConnectionStrings__BeeTrace"),
            Read("ConnectionStrings__BeeTraceOwner"),
            (Read("BEETRACE_PUBLIC_URL") ?? url).TrimEnd('/'),
            MailSettings.Read(Read("BEETRACE_SMTP"), Read("BEETRACE_MAIL_FROM")))
        {
            Basemap = Basemap.Read(Read("BEETRACE_BASEMAP"), Read("BEETRACE_BASEMAP_DATUM"), Read("BEETRACE_BASEMAP_ATTRIBUTION")),
            IdentityKey = Read("BEETRACE_IDENTITY_KEY"),
            SigningKey = Read("BEETRACE_SIGNING_KEY"),
            SigningPassword = Read("BEETRACE_SIGNING_PASSWORD"),
            TimestampUrl = Read("BEETRACE_TIMESTAMP_URL"),
            TimestampAuthority = Read("BEETRACE_TIMESTAMP_AUTHORITY"),
            Witnesses = Read("BEETRACE_WITNESSES"),
            GivenLogName = Read("BEETRACE_LOG_NAME"),
            FewestColoniesOfMember = int.TryParse(Read("BEETRACE_BASE_COLONIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var fewest)
                ? fewest
                : FirmRules.FewestColoniesOfMember,
        };
    }

    /// <summary><c>BEETRACE_IDENTITY_KEY</c>: 32 bytes in base64 that seal identity numbers; a file in <see cref="Home"/> by default.</summary>
    public string? IdentityKey { get; init; }

    /// <summary><c>BEETRACE_SIGNING_KEY</c>: PKCS#12 or PEM file with the key, its certificate and the issuers; a try-out authority in <see cref="Home"/> by default.</summary>
    public string? SigningKey { get; init; }

    /// <summary><c>BEETRACE_SIGNING_PASSWORD</c>: opens <see cref="SigningKey"/>.</summary>
    public string? SigningPassword { get; init; }

    /// <summary><c>BEETRACE_TIMESTAMP_URL</c>: an RFC 3161 service that says when a paper was signed; none by default.</summary>
    public string? TimestampUrl { get; init; }

    /// <summary><c>BEETRACE_TIMESTAMP_AUTHORITY</c>: the root certificate (PEM) under which that service stands; needed with it.</summary>
    public string? TimestampAuthority { get; init; }

    /// <summary><c>BEETRACE_WITNESSES</c>: who counter-signs checkpoints, as <c>KEY URL</c> pairs with commas between them; none by default.</summary>
    public string? Witnesses { get; init; }

    /// <summary><c>BEETRACE_LOG_NAME</c>; see <see cref="LogName"/>.</summary>
    public string? GivenLogName { get; init; }

    /// <summary>The name that a new log gets for good: the public address without its scheme, with <c>/log</c>.</summary>
    public string LogName => GivenLogName ?? $"{(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address) ? address.Authority : "localhost")}/log";

    /// <summary><c>BEETRACE_BASE_COLONIES</c>: colonies below which a member of an export base is questioned.</summary>
    public int FewestColoniesOfMember { get; init; } = FirmRules.FewestColoniesOfMember;

    /// <summary><c>BEETRACE_BASEMAP</c> and what goes with it: the operator's own base map; land and coast by default.</summary>
    public Basemap Basemap { get; init; } = Basemap.None;

    public string DemoAccountsFile => Path.Combine(Home, "demo-accounts.tsv");

    /// <summary>The second demo sampler's password and token, as in <see cref="DemoAccountsFile"/>.</summary>
    public string DemoSecondSamplerFile => Path.Combine(Home, "demo-second-sampler.tsv");

    public string DemoCertificatesFile => Path.Combine(Home, "demo-certificates.tsv");

    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
