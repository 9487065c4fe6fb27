using System.Globalization;
using System.Text.Json.Nodes;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Web.Data;

namespace BeeTrace.Web.Certificates;

/// <summary>The signatory takes a certificate back, or puts a newer one in its place.</summary>
/// <param name="Number">The certificate.</param>
/// <param name="Reason">Why, in words that every reader understands.</param>
/// <param name="Note">More to it, public; null for none.</param>
public sealed record EndCertificate(CertificateNumber Number, EndReason Reason, string? Note);

/// <summary>Puts the end of a certificate into the words that are frozen and logged.</summary>
internal static class Endings
{
    /// <summary>Names this form of the statement; a later form gets another name.</summary>
    private const string Format = "beetrace-ending-1";

    public static CertificateEnding Of(
        Work work, DateTimeOffset at, CertificateId id, StoredCertificate old, EndingDeed deed, EndCertificate end, CertificateId? successor = null, CertificateNumber? successorNumber = null)
    {
        var note = string.IsNullOrWhiteSpace(end.Note) ? null : end.Note.Trim();
        var statement = StatementOf(old.Number, old.ContentSha256, deed, work.Today, end.Reason, note, successorNumber?.ToString());
        return new CertificateEnding
        {
            CertificateId = id,
            Deed = deed,
            Reason = end.Reason,
            Note = note,
            EndedOn = work.Today,
            EndedAt = at,
            EndedBy = work.Actor.Account,
            SuccessorId = successor,
            Statement = statement,
            StatementSha256 = CanonicalJson.Sha256Hex(statement),
        };
    }

    /// <summary>The canonical text of an end. The audit writes it anew from the row, so a clause that is worded otherwise one day needs a new <see cref="Format"/>.</summary>
    public static string StatementOf(string number, string contentSha256, EndingDeed deed, DateOnly on, EndReason reason, string? note, string? successor) =>
        CanonicalJson.Write(new JsonObject
        {
            ["format"] = Format,
            ["number"] = number,
            ["content"] = contentSha256,
            ["deed"] = deed.Code(),
            ["on"] = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["reason"] = new JsonObject { ["zh"] = reason.Clause().Zh, ["en"] = reason.Clause().En },
            ["note"] = note,
            ["replacedBy"] = successor,
        }).Value;

    public static LogEntry EntryOf(CertificateEnding ending, StoredCertificate old) =>
        LogEntry.Ended(ending.Deed.Code(), old.ContentSha256, ending.StatementSha256);
}
