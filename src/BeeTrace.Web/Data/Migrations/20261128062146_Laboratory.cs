using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Laboratory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ended_why",
                schema: "lab",
                table: "samples",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rejection",
                schema: "lab",
                table: "samples",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "lot_holds",
                schema: "trace",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    held_by = table.Column<Guid>(type: "uuid", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_by = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    release_reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot_holds", x => x.id);
                    table.CheckConstraint("a_hold_has_a_reason", "sample_id is not null or reason is not null");
                    table.ForeignKey(
                        name: "fk_lot_holds_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lot_holds_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "trace",
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lot_holds_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "methods",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<string>(type: "character varying(30)", nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    lod = table.Column<decimal>(type: "numeric", nullable: true),
                    loq = table.Column<decimal>(type: "numeric", nullable: true),
                    uncertainty_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    principle = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    accredited_cma = table.Column<bool>(type: "boolean", nullable: false),
                    accredited_cnas = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_methods", x => x.id);
                    table.ForeignKey(
                        name: "fk_methods_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_methods_products_product",
                        column: x => x.product,
                        principalSchema: "trace",
                        principalTable: "products",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lot_holds_firm_id",
                schema: "trace",
                table: "lot_holds",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_holds_held_at",
                schema: "trace",
                table: "lot_holds",
                column: "held_at",
                filter: "released_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_lot_holds_lot_id",
                schema: "trace",
                table: "lot_holds",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_lot_holds_sample_id",
                schema: "trace",
                table: "lot_holds",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "a_method_is_used_once_at_a_time",
                schema: "lab",
                table: "methods",
                columns: new[] { "product", "analyte", "code" },
                unique: true,
                filter: "valid_to is null");

            migrationBuilder.CreateIndex(
                name: "ix_methods_analyte",
                schema: "lab",
                table: "methods",
                column: "analyte");

            migrationBuilder.SqlFile("policies/methods_v1");
            migrationBuilder.SqlFile("policies/holds_v1");
            migrationBuilder.SqlFile("triggers/samples_v2");
            migrationBuilder.SqlFile("functions/usual_v1");
        }
    }
}
