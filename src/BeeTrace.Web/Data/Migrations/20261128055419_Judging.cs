using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Judging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "not_state",
                schema: "lab",
                table: "limits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proviso_analyte",
                schema: "lab",
                table: "limits",
                type: "character varying(40)",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "proviso_bound",
                schema: "lab",
                table: "limits",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proviso_comparator",
                schema: "lab",
                table: "limits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proviso_unit",
                schema: "lab",
                table: "limits",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "lab",
                table: "limits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "residue_parts",
                schema: "lab",
                columns: table => new
                {
                    market = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", nullable: false),
                    factor = table.Column<decimal>(type: "numeric", nullable: true),
                    expressed_as = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    bound = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source_mark = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residue_parts", x => new { x.market, x.analyte, x.part });
                    table.ForeignKey(
                        name: "fk_residue_parts_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_residue_parts_analytes_part",
                        column: x => x.part,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_limits_proviso_analyte",
                schema: "lab",
                table: "limits",
                column: "proviso_analyte");

            migrationBuilder.CreateIndex(
                name: "ix_residue_parts_analyte",
                schema: "lab",
                table: "residue_parts",
                column: "analyte");

            migrationBuilder.CreateIndex(
                name: "ix_residue_parts_part",
                schema: "lab",
                table: "residue_parts",
                column: "part");

            migrationBuilder.AddForeignKey(
                name: "fk_limits_analytes_proviso_analyte",
                schema: "lab",
                table: "limits",
                column: "proviso_analyte",
                principalSchema: "lab",
                principalTable: "analytes",
                principalColumn: "code");

            migrationBuilder.SqlFile("policies/lab_v1");
            migrationBuilder.SqlFile("functions/lab_v2");
        }
    }
}
