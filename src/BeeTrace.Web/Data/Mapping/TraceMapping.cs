using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class TraceMapping : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<Lot>, IEntityTypeConfiguration<LotHold>
{
    private const string Schema = "trace";

    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("products", Schema);
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(30);
        builder.Property(p => p.Scope).HasMaxLength(30);
        builder.Ignore(p => p.Name);
    }

    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.ToTable("lots", Schema, table => table.HasCheckConstraint("a_lot_has_mass", "mass_kg > 0"));
        builder.HasIndex(l => l.Code).IsUnique();
        // A firm's own list, newest first; a beekeeper's harvests.
        builder.HasIndex(l => new { l.FirmId, l.RecordedAt });
        builder.HasIndex(l => l.BeekeeperId);
        builder.HasOne<Firm>().WithMany().HasForeignKey(l => l.FirmId);
        builder.HasOne<Apiary>().WithMany().HasForeignKey(l => l.ApiaryId);
        builder.HasOne<Placement>().WithMany().HasForeignKey(l => l.PlacementId);
        builder.HasOne<Product>().WithMany().HasForeignKey(l => l.Product);
        builder.HasOne<Plant>().WithMany().HasForeignKey(l => l.NectarSource);
    }

    public void Configure(EntityTypeBuilder<LotHold> builder)
    {
        builder.ToTable("lot_holds", Schema, table => table.HasCheckConstraint("a_hold_has_a_reason", "sample_id is not null or reason is not null"));
        builder.Property(h => h.Reason).HasMaxLength(400);
        builder.Property(h => h.ReleaseReason).HasMaxLength(400);
        builder.HasIndex(h => h.LotId);
        // What is held now, for the office's list.
        builder.HasIndex(h => h.HeldAt).HasFilter("released_at is null");
        builder.HasOne<Lot>().WithMany().HasForeignKey(h => h.LotId);
        builder.HasOne<Firm>().WithMany().HasForeignKey(h => h.FirmId);
        builder.HasOne<Core.Lab.Sample>().WithMany().HasForeignKey(h => h.SampleId);
    }
}
