using BeeTrace.Web.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BeeTrace.Web.Data.Mapping;

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportedRow>, IEntityTypeConfiguration<ColumnMap>
{
    private const string Schema = "import";

    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("runs", Schema);
        builder.Property(r => r.Kind).HasMaxLength(30);
        builder.Property(r => r.FileName).HasMaxLength(ImportRun.LongestFileName);
        builder.HasIndex(r => r.At);
    }

    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("rows", Schema);
        builder.HasKey(r => new { r.RunId, r.Number });
        builder.Property(r => r.RowKey).HasMaxLength(200);
        builder.Property(r => r.Before).HasColumnType("jsonb");
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(r => r.RunId);
    }

    public void Configure(EntityTypeBuilder<ColumnMap> builder)
    {
        builder.ToTable("column_maps", Schema);
        builder.HasKey(m => new { m.AccountId, m.Kind, m.Header });
        builder.Property(m => m.Kind).HasMaxLength(30);
        builder.Property(m => m.Header).HasMaxLength(64);
        builder.Property(m => m.Columns).HasColumnType("jsonb");
    }
}
