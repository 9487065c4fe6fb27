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
        Work work, CertificateId id, StoredCertificate old, EndingDeed deed, EndCertificate end, CertificateId? successor = null, CertificateNumber? successorNumber = null)
    {
        var note = string.IsNullOrWhiteSpace(end.Note) ? null : end.Note.Trim();
        var statement = CanonicalJson.Write(new JsonObject
        {
            ["format"] = Format,
            ["number"] = old.Number,
            ["content"] = old.ContentSha256,
            ["deed"] = deed.Code(),
            ["on"] = work.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["reason"] = new JsonObject { ["zh"] = end.Reason.Clause().Zh, ["en"] = end.Reason.Clause().En },
            ["note"] = note,
            ["replacedBy"] = successorNumber?.ToString(),
        }).Value;
        return new CertificateEnding
        {
            CertificateId = id,
            Deed = deed,
            Reason = end.Reason,
            Note = note,
            EndedOn = work.Today,
            EndedAt = work.Now,
            EndedBy = work.Actor.Account,
            SuccessorId = successor,
            Statement = statement,
            StatementSha256 = CanonicalJson.Sha256Hex(statement),
        };
    }

    public static LogEntry EntryOf(CertificateEnding ending, StoredCertificate old) =>
        LogEntry.Ended(ending.Deed.Code(), old.ContentSha256, ending.StatementSha256);
}
