namespace BeeTrace.Web.Map;

/// <summary>The server that takes e-mail from BeeTrace.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">587, 465 or what the operator says.</param>
/// <param name="IsTlsFromTheStart"><c>smtps://</c>: TLS before the first word; otherwise STARTTLS where the server offers it, and always before a password.</param>
/// <param name="User">Who signs in there; null where the server asks for nobody.</param>
/// <param name="Password">The password of <paramref name="User"/>.</param>
/// <param name="From">The sender's address.</param>
public sealed record MailSettings(string Host, int Port, bool IsTlsFromTheStart, string? User, string? Password, string From)
{
    private const string Form = "smtp://user:password@host:port, or smtps:// for TLS from the start";

    /// <summary>Reads <c>BEETRACE_SMTP</c> and <c>BEETRACE_MAIL_FROM</c>; null where no server is set.</summary>
    /// <exception cref="IOException">The setting cannot be read; the message says what is wrong with it and never repeats the password.</exception>
    public static MailSettings? Read(string? smtp, string? from)
    {
        if (smtp is null)
            return null;
        if (!Uri.TryCreate(smtp, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0 || uri.PathAndQuery is not ("" or "/"))
            throw new IOException($"BEETRACE_SMTP is not of the form {Form}.");
        if (from is null || !MimeKit.MailboxAddress.TryParse(from, out var sender) || !sender.Address.Contains('@', StringComparison.Ordinal))
            throw new IOException("BEETRACE_MAIL_FROM is missing or no e-mail address; it is needed where BEETRACE_SMTP is set.");
        var isTls = uri.Scheme == "smtps";
        var person = uri.UserInfo.Split(':', 2);
        return new MailSettings(
            uri.Host, uri.Port > 0 ? uri.Port : isTls ? 465 : 587, isTls,
            person[0].Length > 0 ? Uri.UnescapeDataString(person[0]) : null, person.Length > 1 ? Uri.UnescapeDataString(person[1]) : null, from);
    }

    /// <summary>Without the password, as logs print it.</summary>
    public override string ToString() => $"{(IsTlsFromTheStart ? "smtps" : "smtp")}://{Host}:{Port}";
}
