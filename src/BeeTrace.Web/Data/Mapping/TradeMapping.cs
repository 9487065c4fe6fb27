using BeeTrace.Core.Certificates;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class TradeMapping : IEntityTypeConfiguration<Declaration>, IEntityTypeConfiguration<Claim>, IEntityTypeConfiguration<HsCode>,
    IEntityTypeConfiguration<Country>, IEntityTypeConfiguration<FigureDefinition>
{
    internal const string Schema = "trade";

    public void Configure(EntityTypeBuilder<Declaration> builder)
    {
        builder.ToTable("declarations", Schema, table =>
        {
            table.HasCheckConstraint("a_declaration_has_mass", "net_kg > 0 and (gross_kg is null or gross_kg >= net_kg)");
            table.HasCheckConstraint("a_declared_value_is_not_negative", "coalesce(value_usd, 0) >= 0 and coalesce(value_cny, 0) >= 0");
            table.HasCheckConstraint("a_correction_says_why", "version > 0 and item > 0 and (version > 1) = (why is not null)");
        });
        builder.Property(d => d.Number).HasMaxLength(18).IsFixedLength();
        builder.Property(d => d.HsCode).HasMaxLength(10);
        builder.Property(d => d.Destination).HasMaxLength(2).IsFixedLength();
        builder.Property(d => d.RegisteredPlace).HasMaxLength(6).IsFixedLength();
        builder.Property(d => d.SourcePlace).HasMaxLength(6).IsFixedLength();
        builder.Property(d => d.ValueUsd).HasPrecision(18, 2);
        builder.Property(d => d.ValueCny).HasPrecision(18, 2);
        builder.Property(d => d.Why).HasMaxLength(400);
        builder.HasIndex(d => new { d.Number, d.Item, d.Version }).IsUnique();
        // The newest version of an item, and what a table is held against.
        builder.HasIndex(d => new { d.Number, d.Item }).IsUnique().HasFilter("superseded_by is null").HasDatabaseName(DbErrors.DeclaredOnce);
        // What stands behind a figure, and a firm's own list.
        builder.HasIndex(d => new { d.Product, d.DeclaredOn }).HasFilter("superseded_by is null and not is_void");
        builder.HasIndex(d => new { d.FirmId, d.DeclaredOn });
        builder.HasIndex(d => d.ConsignmentId);
        builder.HasOne<Country>().WithMany().HasForeignKey(d => d.Destination);
        builder.HasOne<Firm>().WithMany().HasForeignKey(d => d.FirmId);
        builder.HasOne<Product>().WithMany().HasForeignKey(d => d.Product);
        builder.HasOne<Consignment>().WithMany().HasForeignKey(d => d.ConsignmentId);
    }

    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("claims", Schema, table => table.HasCheckConstraint("a_claim_ends_after_it_begins", "\"to\" >= \"from\""));
        builder.HasIndex(c => c.Code).IsUnique();
        builder.Ignore(c => c.Definition);
        builder.Ignore(c => c.Source);
        builder.Ignore(c => c.Year);
    }

    public void Configure(EntityTypeBuilder<Country> builder)
    {
        builder.ToTable("countries", Schema);
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(2).IsFixedLength();
        builder.Property(c => c.Market).HasMaxLength(2);
        builder.Ignore(c => c.Name);
    }

    public void Configure(EntityTypeBuilder<HsCode> builder)
    {
        builder.ToTable("hs_codes", Schema);
        builder.HasKey(h => new { h.Code, h.Product });
        builder.Property(h => h.Code).HasMaxLength(10);
        builder.HasOne<Product>().WithMany().HasForeignKey(h => h.Product);
    }

    public void Configure(EntityTypeBuilder<FigureDefinition> builder)
    {
        builder.ToTable("figure_definitions", Schema);
        builder.HasKey(d => d.Code);
        builder.Property(d => d.Code).HasMaxLength(40);
        builder.Ignore(d => d.Name);
    }
}
