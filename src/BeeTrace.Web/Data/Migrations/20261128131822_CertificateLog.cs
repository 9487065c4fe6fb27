using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class CertificateLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "consignment_lots",
                schema: "certificates",
                columns: table => new
                {
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    net_kg = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consignment_lots", x => new { x.certificate_id, x.lot_id });
                    table.CheckConstraint("what_leaves_has_a_mass", "net_kg > 0");
                    table.ForeignKey(
                        name: "fk_consignment_lots_certificates_batch_certificate_id",
                        column: x => x.batch_certificate_id,
                        principalSchema: "certificates",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consignment_lots_certificates_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "certificates",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consignment_lots_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "trace",
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "endings",
                schema: "certificates",
                columns: table => new
                {
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: false),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    statement = table.Column<string>(type: "text", nullable: false),
                    statement_sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_endings", x => x.certificate_id);
                    table.CheckConstraint("only_a_replaced_certificate_has_a_successor", "(deed = 'Replaced') = (successor_id is not null)");
                    table.ForeignKey(
                        name: "fk_endings_certificates_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "certificates",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_endings_certificates_successor_id",
                        column: x => x.successor_id,
                        principalSchema: "certificates",
                        principalTable: "certificates",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_consignment_lots_batch_certificate_id",
                schema: "certificates",
                table: "consignment_lots",
                column: "batch_certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_consignment_lots_lot_id",
                schema: "certificates",
                table: "consignment_lots",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_endings_successor_id",
                schema: "certificates",
                table: "endings",
                column: "successor_id");

            migrationBuilder.SqlFile("policies/log_v1");
        }
    }
}
