using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace BeeTrace.Web.Map;

/// <summary>
/// Sends notices by e-mail, where a server is set: one message for each beekeeper and notice, to all addresses of the beekeeper's
/// accounts; and to whoever got one, that it was withdrawn. Each message is held and marked in a transaction of its own, one node at a time, so that none goes out twice; only a
/// power cut between the server's "250 OK" and the commit repeats one, under the same message id.
/// </summary>
public sealed partial class NoticeMail(Database database, Settings settings, ILogger<NoticeMail> log)
{
    /// <summary>House rule: first again after a minute, then twice as long each time, at most four hours.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    private const string OneNode = "map.notice-mail";

    /// <summary>Sends what is due and tells how many messages went out. Ends early when the server itself is not to be had.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        if (settings.Mail is not { } server)
            return 0;
        using var smtp = new SmtpClient();
        var sent = 0;
        while (await SendNextAsync(smtp, server, cancel) is { } isSent)
        {
            if (!isSent && !smtp.IsConnected)
                break;
            sent += isSent ? 1 : 0;
        }

        if (smtp.IsConnected)
            await smtp.DisconnectAsync(quit: true, cancel);
        return sent;
    }

    /// <summary>One message. True when it went out, false when the server did not take it, null when nothing is due.</summary>
    private async Task<bool?> SendNextAsync(SmtpClient smtp, MailSettings server, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(Actor.System, cancel);
        var db = work.Db;
        if (!await db.Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock(hashtextextended({OneNode}, 0)) as "Value" """).SingleAsync(cancel))
            return null;
        var due = await db.Database.SqlQuery<Due>($"select *, null::timestamptz as withdrawn_at, null::text as withdrawn_why from map.next_mail()").SingleOrDefaultAsync(cancel)
            ?? await db.Database.SqlQuery<Due>($"select * from map.next_withdrawal()").SingleOrDefaultAsync(cancel);
        if (due is null)
            return null;

        DateTimeOffset? tryAgain = null;
        try
        {
            if (!smtp.IsConnected)
                await ConnectAsync(smtp, server, cancel);
            var message = Message(due, server.From);
            // Nobody to send it to is no reason to try for ever: the notice stands on the screen all the same.
            if (message.To.Count > 0)
                await smtp.SendAsync(message, cancel);
        }
        catch (Exception e) when (e is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or IOException or System.Net.Sockets.SocketException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException)
        {
            var pause = FirstPause * Math.Pow(2, Math.Min(due.Tries, 20));
            tryAgain = work.Now + (pause < LongestPause ? pause : LongestPause);
            NotSent(log, e, due.Code, server.Host, tryAgain.Value);
        }

        // Told the truth even when the host is stopping: a message that went out is marked.
        await db.Database.ExecuteSqlAsync(
            due.WithdrawnAt is null
                ? $"select map.mail_done({due.NoticeId}, {due.BeekeeperId}, {due.Apiaries}, {tryAgain?.ToUniversalTime()})"
                : (FormattableString)$"select map.withdrawal_done({due.NoticeId}, {due.BeekeeperId}, {due.Apiaries}, {tryAgain?.ToUniversalTime()})",
            CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
        return tryAgain is null;
    }

    private static async Task ConnectAsync(SmtpClient smtp, MailSettings server, CancellationToken cancel)
    {
        smtp.Timeout = 20_000;
        var tls = server.IsTlsFromTheStart ? SecureSocketOptions.SslOnConnect
            : server.User is not null ? SecureSocketOptions.StartTls
            : SecureSocketOptions.StartTlsWhenAvailable;
        await smtp.ConnectAsync(server.Host, server.Port, tls, cancel);
        if (server.User is { } user)
            await smtp.AuthenticateAsync(user, server.Password ?? "", cancel);
    }

    private MimeMessage Message(Due due, string from)
    {
        var kind = Enum.Parse<NoticeKind>(due.Kind);
        var message = new MimeMessage
        {
            // The same message has the same id, so that whoever gets it again knows it.
            MessageId = $"{due.Code}{(due.WithdrawnAt is null ? "" : ".withdrawn")}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('.', due.Apiaries))))[..16]}@{new Uri(settings.PublicUrl).Host}",
            Subject = $"{Title(due, kind).Zh} · {Title(due, kind).En} · {due.Code}",
            Body = new TextPart("plain") { Text = Text(due, kind, Language.Chinese) + "\n--\n\n" + Text(due, kind, Language.English) },
        };
        message.From.Add(MailboxAddress.Parse(from));
        foreach (var address in due.Addresses)
        {
            if (MailboxAddress.TryParse(address, out var mailbox))
                message.To.Add(mailbox);
            else
                Unreadable(log, due.Code);
        }

        return message;
    }

    private static Bilingual Title(Due due, NoticeKind kind) => due.WithdrawnAt is null ? NoticeText.Title(kind) : NoticeText.NoLonger(NoticeText.Title(kind));

    private string Text(Due due, NoticeKind kind, Language language)
    {
        var text = new StringBuilder();
        Line(Title(due, kind));
        if (due is { WithdrawnAt: { } at, WithdrawnWhy: { } why })
            Line(NoticeText.Withdrawn(ChinaTime.DayOf(at), why));
        Line(NoticeText.DaysFrom(due.FromDay, due.ToDay));
        text.Append(due.Subject).Append('\n');
        for (var i = 0; i < due.Apiaries.Length; i++)
            text.Append(due.Distances[i] is { } metres ? NoticeText.Away(due.Names[i], metres).In(language) : due.Names[i]).Append('\n');
        if (due.WithdrawnAt is null)
        {
            var (latitude, longitude) = ((decimal)due.Latitude, (decimal)due.Longitude);
            Line(kind == NoticeKind.DiseaseAlert ? NoticeText.About(Degrees.Pair(latitude, longitude, 2)) : NoticeText.At(Degrees.Pair(latitude, longitude, 5)));
            if (due.Contact is { } contact)
                text.Append(NoticeText.Contact.In(language)).Append(new Bilingual("：", ": ").In(language)).Append(contact).Append('\n');
            Line(NoticeText.Advice(kind));
        }

        return text.Append(due.Code).Append(' ').Append(settings.PublicUrl).Append("/keeper\n").ToString();

        void Line(Bilingual said) => text.Append(said.In(language)).Append('\n');
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Code} was not taken by {Host}; it is tried again at {At:O}.")]
    private static partial void NotSent(ILogger log, Exception why, string code, string host, DateTimeOffset at);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Code}: an account's address is none that mail can be sent to.")]
    private static partial void Unreadable(ILogger log, string code);

    private sealed record Due(
        Guid NoticeId, Guid BeekeeperId, string Code, string Kind, DateOnly FromDay, DateOnly ToDay, int RadiusM, string Subject, string? Contact,
        double Latitude, double Longitude, string[] Addresses, string[] Apiaries, string[] Names, int?[] Distances, int Tries,
        DateTimeOffset? WithdrawnAt, string? WithdrawnWhy);
}

/// <summary>Looks every half minute whether mail is due.</summary>
internal sealed partial class NoticeMailRound(NoticeMail mail, Settings settings, TimeProvider clock, ILogger<NoticeMailRound> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Mail is null)
            return;
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await mail.SendDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is Npgsql.NpgsqlException or TimeoutException or InvalidOperationException { InnerException: Npgsql.NpgsqlException })
            {
                // The database is away for a moment: what is due stays due.
                Postponed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail waits: the database does not answer.")]
    private static partial void Postponed(ILogger log, Exception why);
}
