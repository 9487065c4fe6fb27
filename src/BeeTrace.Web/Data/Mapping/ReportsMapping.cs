using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

/// <summary>What the laboratory says of itself and the papers it signs lie beside the samples.</summary>
internal sealed class ReportsMapping : IEntityTypeConfiguration<LaboratoryVersion>, IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<Objection>
{
    private const string Schema = "lab";

    public void Configure(EntityTypeBuilder<LaboratoryVersion> builder)
    {
        builder.ToTable("laboratories", Schema);
        builder.Property(l => l.NameZh).HasMaxLength(LaboratoryRules.LongestText);
        builder.Property(l => l.NameEn).HasMaxLength(LaboratoryRules.LongestText);
        builder.Property(l => l.AddressZh).HasMaxLength(LaboratoryRules.LongestText);
        builder.Property(l => l.AddressEn).HasMaxLength(LaboratoryRules.LongestText);
        builder.Property(l => l.Phone).HasMaxLength(LaboratoryRules.LongestNumber);
        builder.Property(l => l.Postcode).HasMaxLength(LaboratoryRules.LongestNumber);
        builder.Property(l => l.CmaNumber).HasMaxLength(LaboratoryRules.LongestNumber);
        builder.Property(l => l.CnasNumber).HasMaxLength(LaboratoryRules.LongestNumber);
        builder.Ignore(l => l.Name);
        builder.Ignore(l => l.Address);
        builder.Ignore(l => l.HasNumber);
        // The newest version of a county.
        builder.HasIndex(l => new { l.County, l.RecordedAt });
        builder.HasOne<County>().WithMany().HasForeignKey(l => l.County);
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports", Schema, table => table.HasCheckConstraint(
            "an_issued_report_is_frozen",
            "state not in ('Issued', 'Superseded', 'Invalidated') or (pdf is not null and pdf_sha256 is not null and content_sha256 is not null and issued_on is not null)"));
        builder.Property(r => r.Version).IsRowVersion();
        builder.Property(r => r.Changes).HasMaxLength(ReportRules.LongestReason);
        builder.Property(r => r.EndedWhy).HasMaxLength(ReportRules.LongestReason);
        builder.Property(r => r.ContentSha256).HasMaxLength(64).IsFixedLength();
        builder.Property(r => r.PdfSha256).HasMaxLength(64).IsFixedLength();
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.FirmId);
        // The list filters by state.
        builder.HasIndex(r => r.State);
        builder.HasIndex(r => r.SampleId).IsUnique().HasDatabaseName(DbErrors.OneReportAtWork).HasFilter("state in ('Draft', 'Reviewed', 'Approved')");
        builder.HasIndex(r => r.Supersedes).IsUnique().HasDatabaseName(DbErrors.ReportSupersededOnce).HasFilter("state <> 'Cancelled'");
        builder.HasOne<Sample>().WithMany().HasForeignKey(r => r.SampleId);
        builder.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId);
        builder.HasOne<Evaluation>().WithMany().HasForeignKey(r => r.EvaluationId);
        builder.HasOne<LaboratoryVersion>().WithMany().HasForeignKey(r => r.LaboratoryId);
        builder.HasOne<Report>().WithMany().HasForeignKey(r => r.Supersedes);
    }

    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("objections", Schema);
        builder.Property(o => o.Version).IsRowVersion();
        builder.Property(o => o.Why).HasMaxLength(ReportRules.LongestReason);
        builder.Property(o => o.DecidedWhy).HasMaxLength(ReportRules.LongestReason);
        builder.Ignore(o => o.IsLate);
        builder.HasIndex(o => o.SampleId).IsUnique().HasDatabaseName(DbErrors.OneObjection);
        builder.HasOne<Report>().WithMany().HasForeignKey(o => o.ReportId);
        builder.HasOne<Sample>().WithMany().HasForeignKey(o => o.SampleId);
        builder.HasOne<Sample>().WithMany().HasForeignKey(o => o.ReTestId);
        builder.HasOne<Firm>().WithMany().HasForeignKey(o => o.FirmId);
    }
}
