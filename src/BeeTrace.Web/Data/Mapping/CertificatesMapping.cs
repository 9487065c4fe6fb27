using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class CertificatesMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates", "certificates");
        builder.HasIndex(c => c.Number).IsUnique();
        // A dropped PDF is found by the hash of its bytes.
        builder.HasIndex(c => c.PdfSha256).IsUnique();
        builder.HasIndex(c => c.FirmId);
        builder.Property(c => c.ContentSha256).HasMaxLength(64).IsFixedLength();
        builder.Property(c => c.PdfSha256).HasMaxLength(64).IsFixedLength();
        builder.HasOne<Firm>().WithMany().HasForeignKey(c => c.FirmId);
        builder.HasOne<Lot>().WithMany().HasForeignKey(c => c.LotId);
        builder.HasOne<Sample>().WithMany().HasForeignKey(c => c.SampleId);
    }
}

internal sealed class CertificateEndingMapping : IEntityTypeConfiguration<CertificateEnding>
{
    public void Configure(EntityTypeBuilder<CertificateEnding> builder)
    {
        // One end a certificate: the key says so.
        builder.ToTable("endings", "certificates").HasKey(e => e.CertificateId);
        builder.Property(e => e.Note).HasMaxLength(CertificateEnding.LongestNote);
        builder.Property(e => e.StatementSha256).HasMaxLength(64).IsFixedLength();
        builder.HasOne<Certificate>().WithMany().HasForeignKey(e => e.CertificateId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(e => e.SuccessorId);
        builder.ToTable(t => t.HasCheckConstraint("only_a_replaced_certificate_has_a_successor", "(deed = 'Replaced') = (successor_id is not null)"));
    }
}

internal sealed class ConsignmentLotMapping : IEntityTypeConfiguration<ConsignmentLot>
{
    public void Configure(EntityTypeBuilder<ConsignmentLot> builder)
    {
        builder.ToTable("consignment_lots", "certificates").HasKey(l => new { l.CertificateId, l.LotId });
        // How much of a lot has left already.
        builder.HasIndex(l => l.LotId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(l => l.CertificateId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(l => l.BatchCertificateId);
        builder.HasOne<Lot>().WithMany().HasForeignKey(l => l.LotId);
        builder.ToTable(t => t.HasCheckConstraint("what_leaves_has_a_mass", "net_kg > 0"));
    }
}
