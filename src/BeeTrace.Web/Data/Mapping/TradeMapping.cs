using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class TradeMapping : IEntityTypeConfiguration<Export>, IEntityTypeConfiguration<Claim>, IEntityTypeConfiguration<HsCode>,
    IEntityTypeConfiguration<Country>
{
    private const string Schema = "trade";

    public void Configure(EntityTypeBuilder<Export> builder)
    {
        builder.ToTable("exports", Schema, table => table.HasCheckConstraint("an_export_has_mass", "net_kg > 0"));
        builder.Property(e => e.Destination).HasMaxLength(2).IsFixedLength();
        builder.Property(e => e.HsCode).HasMaxLength(10);
        builder.HasIndex(e => new { e.FirmId, e.Year, e.Product, e.Destination }).IsUnique();
        builder.HasOne<Country>().WithMany().HasForeignKey(e => e.Destination);
        builder.HasOne<Firm>().WithMany().HasForeignKey(e => e.FirmId);
        builder.HasOne<Product>().WithMany().HasForeignKey(e => e.Product);
    }

    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("claims", Schema);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.Ignore(c => c.Definition);
        builder.Ignore(c => c.Source);
    }

    public void Configure(EntityTypeBuilder<Country> builder)
    {
        builder.ToTable("countries", Schema);
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(2).IsFixedLength();
        builder.Ignore(c => c.Name);
    }

    public void Configure(EntityTypeBuilder<HsCode> builder)
    {
        builder.ToTable("hs_codes", Schema);
        builder.HasKey(h => new { h.Code, h.Product });
        builder.Property(h => h.Code).HasMaxLength(10);
        builder.HasOne<Product>().WithMany().HasForeignKey(h => h.Product);
    }
}
