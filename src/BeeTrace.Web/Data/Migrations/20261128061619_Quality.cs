using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Quality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "control_series",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    analyte = table.Column<string>(type: "character varying(40)", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    assigned_from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    mean = table.Column<decimal>(type: "numeric", nullable: true),
                    sd = table.Column<decimal>(type: "numeric", nullable: true),
                    baseline_count = table.Column<int>(type: "integer", nullable: true),
                    low = table.Column<decimal>(type: "numeric", nullable: true),
                    high = table.Column<decimal>(type: "numeric", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_series", x => x.id);
                    table.CheckConstraint("a_standard_deviation_is_positive", "(mean is null) = (sd is null) and (sd is null or sd > 0)");
                    table.ForeignKey(
                        name: "fk_control_series_analytes_analyte",
                        column: x => x.analyte,
                        principalSchema: "lab",
                        principalTable: "analytes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "control_results",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measured_on = table.Column<DateOnly>(type: "date", nullable: false),
                    first = table.Column<decimal>(type: "numeric", nullable: false),
                    second = table.Column<decimal>(type: "numeric", nullable: true),
                    added = table.Column<decimal>(type: "numeric", nullable: true),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    supersedes = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_results", x => x.id);
                    table.CheckConstraint("a_corrected_control_has_a_reason", "(supersedes is null) = (reason is null)");
                    table.ForeignKey(
                        name: "fk_control_results_control_results_supersedes",
                        column: x => x.supersedes,
                        principalSchema: "lab",
                        principalTable: "control_results",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_control_results_control_series_series_id",
                        column: x => x.series_id,
                        principalSchema: "lab",
                        principalTable: "control_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "a_control_result_is_superseded_once",
                schema: "lab",
                table: "control_results",
                column: "supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_control_results_series_id_measured_on",
                schema: "lab",
                table: "control_results",
                columns: new[] { "series_id", "measured_on" });

            migrationBuilder.CreateIndex(
                name: "a_control_series_has_one_code",
                schema: "lab",
                table: "control_series",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_control_series_analyte",
                schema: "lab",
                table: "control_series",
                column: "analyte");

            migrationBuilder.SqlFile("policies/quality_v1");
            migrationBuilder.SqlFile("functions/pass_rate_v1");
        }
    }
}
