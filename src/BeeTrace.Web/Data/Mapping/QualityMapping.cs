using BeeTrace.Core.Lab;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class QualityMapping : IEntityTypeConfiguration<ControlSeries>, IEntityTypeConfiguration<ControlResult>
{
    private const string Schema = "lab";

    public void Configure(EntityTypeBuilder<ControlSeries> builder)
    {
        builder.ToTable("control_series", Schema, table =>
            table.HasCheckConstraint("a_standard_deviation_is_positive", "(mean is null) = (sd is null) and (sd is null or sd > 0)"));
        builder.Property(s => s.Code).HasMaxLength(ControlRules.LongestCode);
        builder.Property(s => s.Name).HasMaxLength(120);
        builder.Property(s => s.Unit).HasMaxLength(20);
        builder.Property(s => s.Source).HasMaxLength(300);
        foreach (var number in new[] { nameof(ControlSeries.Mean), nameof(ControlSeries.Sd), nameof(ControlSeries.Low), nameof(ControlSeries.High) })
            LabMapping.KeepDigits(builder.Property(number));
        builder.HasIndex(s => s.Code).IsUnique().HasDatabaseName(DbErrors.OneSeries);
        builder.HasOne<Analyte>().WithMany().HasForeignKey(s => s.Analyte);
    }

    public void Configure(EntityTypeBuilder<ControlResult> builder)
    {
        builder.ToTable("control_results", Schema, table => table.HasCheckConstraint("a_corrected_control_has_a_reason", "(supersedes is null) = (reason is null)"));
        builder.Property(r => r.Reason).HasMaxLength(400);
        foreach (var number in new[] { nameof(ControlResult.First), nameof(ControlResult.Second), nameof(ControlResult.Added) })
            LabMapping.KeepDigits(builder.Property(number));
        builder.HasIndex(r => new { r.SeriesId, r.MeasuredOn });
        builder.HasIndex(r => r.Supersedes).IsUnique().HasDatabaseName(DbErrors.ControlSupersededOnce);
        builder.HasOne<ControlSeries>().WithMany().HasForeignKey(r => r.SeriesId);
        builder.HasOne<ControlResult>().WithMany().HasForeignKey(r => r.Supersedes);
    }
}
