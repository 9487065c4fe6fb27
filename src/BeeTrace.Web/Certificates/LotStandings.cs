using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>How far a lot is on its way out.</summary>
public enum LotStanding
{
    /// <summary>A sample of it passed, nothing holds it, and no certificate speaks for it.</summary>
    Ready,

    /// <summary>A certificate speaks for it, and no consignment in force carries any of it.</summary>
    Certified,
}

/// <summary>Lots by how far they are on their way out, as far as the reader may see them.</summary>
public static class LotStandings
{
    /// <summary>The lots that stand there.</summary>
    public static IQueryable<LotId> Of(LotStanding standing, BeeTraceDb db) => Days(standing, db).Select(lot => lot.Lot);

    /// <summary>The same, each with the day since when: of its first approval, or of its first certificate.</summary>
    internal static IQueryable<StandingLot> Days(LotStanding standing, BeeTraceDb db) => standing switch
    {
        LotStanding.Ready =>
            from s in ReadySamples(db)
            where !db.LotHolds.Any(h => h.LotId == s.LotId && h.ReleasedAt == null) && !InForce(db).Any(c => c.LotId == s.LotId && c.Kind == CertificateKind.BatchTest)
            group s by s.LotId into lot
            select new StandingLot { Lot = lot.Key, Since = lot.Min(s => s.ApprovedOn) },
        LotStanding.Certified =>
            from c in InForce(db)
            where c.LotId != null && c.Kind == CertificateKind.BatchTest
                && !db.ConsignmentLots.Any(l => l.LotId == c.LotId && !db.CertificateEndings.Any(e => e.CertificateId == l.CertificateId))
            group c by c.LotId!.Value into lot
            select new StandingLot { Lot = lot.Key, Since = lot.Min(c => (DateOnly?)c.IssuedOn) },
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, message: null),
    };

    /// <summary>Samples that passed and have no certificate in force.</summary>
    internal static IQueryable<Sample> ReadySamples(BeeTraceDb db) => db.Samples.AsNoTracking().Where(s =>
        s.Verdict == Verdict.Pass && s.Status == SampleStatus.Approved && !InForce(db).Any(c => c.SampleId == s.Id && c.Kind == CertificateKind.BatchTest));

    private static IQueryable<Certificate> InForce(BeeTraceDb db) => db.Certificates.Where(c => !db.CertificateEndings.Any(e => e.CertificateId == c.Id));
}

/// <summary>A lot and since when it stands where it stands.</summary>
internal sealed class StandingLot
{
    public required LotId Lot { get; init; }

    public required DateOnly? Since { get; init; }
}
