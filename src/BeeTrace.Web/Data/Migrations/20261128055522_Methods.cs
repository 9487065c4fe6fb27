using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Methods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
            migrationBuilder.SqlFile("functions/usual_v1");
        }
    }
}
