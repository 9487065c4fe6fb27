using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class PlanMapping :
    IEntityTypeConfiguration<SamplingPlan>, IEntityTypeConfiguration<Stratum>, IEntityTypeConfiguration<FrozenList>,
    IEntityTypeConfiguration<ListedLot>, IEntityTypeConfiguration<PublicValueEntry>, IEntityTypeConfiguration<Pick>
{
    private const string Schema = "lab";

    public void Configure(EntityTypeBuilder<SamplingPlan> builder)
    {
        builder.ToTable("sampling_plans", Schema);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasMany(p => p.Strata).WithOne().HasForeignKey(s => s.PlanId);
    }

    public void Configure(EntityTypeBuilder<Stratum> builder)
    {
        builder.ToTable("strata", Schema, table =>
        {
            table.HasCheckConstraint("a_season_runs_forward", "first_month between 1 and 12 and last_month between first_month and 12");
            table.HasCheckConstraint("a_stratum_names_a_firm_or_a_county", "firm_id is null or county is null");
            table.HasCheckConstraint("a_stratum_plans_samples", "planned > 0");
        });
        builder.HasKey(s => new { s.PlanId, s.Number });
        builder.HasOne<Product>().WithMany().HasForeignKey(s => s.Product);
        builder.HasOne<Firm>().WithMany().HasForeignKey(s => s.FirmId);
        builder.HasOne<County>().WithMany().HasForeignKey(s => s.County);
        builder.HasOne<FrozenList>().WithMany().HasForeignKey(s => s.ListId);
    }

    public void Configure(EntityTypeBuilder<FrozenList> builder)
    {
        builder.ToTable("frozen_lists", Schema, table =>
        {
            table.HasCheckConstraint("a_public_value_comes_after_its_list", "value_day > (frozen_at at time zone 'Asia/Shanghai')::date");
            table.HasCheckConstraint("a_draw_has_its_value", "(value is null) = (drawn_at is null) and (value is null) = (value_source is null)");
        });
        builder.Property(l => l.Sha256).HasMaxLength(64);
        builder.Property(l => l.ValueName).HasMaxLength(300);
        builder.Property(l => l.Value).HasMaxLength(Draw.MostDigits);
        builder.Property(l => l.ValueSource).HasMaxLength(300);
        builder.Ignore(l => l.Seed);
        builder.HasIndex(l => new { l.PlanId, l.Number }).IsUnique();
        builder.HasOne<SamplingPlan>().WithMany().HasForeignKey(l => l.PlanId);
    }

    public void Configure(EntityTypeBuilder<ListedLot> builder)
    {
        builder.ToTable("listed_lots", Schema);
        builder.HasKey(c => new { c.PlanId, c.Stratum, c.Lot });
        // The public reads a list as a whole.
        builder.HasIndex(c => c.ListId);
        builder.HasOne<FrozenList>().WithMany().HasForeignKey(c => c.ListId);
        builder.HasOne<Stratum>().WithMany().HasForeignKey(c => new { c.PlanId, c.Stratum });
    }

    public void Configure(EntityTypeBuilder<PublicValueEntry> builder)
    {
        builder.ToTable("public_values", Schema);
        builder.Property(v => v.Value).HasMaxLength(Draw.MostDigits);
        builder.Property(v => v.Source).HasMaxLength(300);
        builder.HasIndex(v => v.ListId);
        builder.HasOne<FrozenList>().WithMany().HasForeignKey(v => v.ListId);
    }

    public void Configure(EntityTypeBuilder<Pick> builder)
    {
        builder.ToTable("picks", Schema, table => table.HasCheckConstraint(
            "a_replacement_has_a_reason", "(replaces is null) = (reason is null) and (replaces is null) = (why is null)"));
        builder.HasKey(p => new { p.PlanId, p.Stratum, p.Place });
        builder.Property(p => p.Why).HasMaxLength(400);
        builder.HasIndex(p => new { p.PlanId, p.Stratum, p.Replaces }).IsUnique().HasDatabaseName(DbErrors.ReplacedOnce);
        builder.HasOne<ListedLot>().WithMany().HasForeignKey(p => new { p.PlanId, p.Stratum, p.Lot });
    }
}
