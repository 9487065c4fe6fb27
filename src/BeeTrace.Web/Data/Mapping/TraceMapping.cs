using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class TraceMapping : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<Lot>
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
}
