using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class LaboratoryRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "scope",
                schema: "lab",
                table: "laboratories");

            migrationBuilder.AddColumn<Guid>(
                name: "assigned_to",
                schema: "lab",
                table: "samples",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "blind_code",
                schema: "lab",
                table: "samples",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "states",
                schema: "lab",
                table: "samples",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<int>(
                name: "holding_hours",
                schema: "lab",
                table: "methods",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "turnaround_days",
                schema: "lab",
                table: "laboratories",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "why",
                schema: "lab",
                table: "evaluations",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "custody_events",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    portion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    to_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    seal_before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    seal_after = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    seal_intact = table.Column<bool>(type: "boolean", nullable: true),
                    temperature_c = table.Column<decimal>(type: "numeric", nullable: true),
                    quantity_g = table.Column<decimal>(type: "numeric", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_custody_events_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "limit_proposals",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed = table.Column<string>(type: "jsonb", nullable: true),
                    target_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_limit_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_limit_proposals_limits_target_id",
                        column: x => x.target_id,
                        principalSchema: "lab",
                        principalTable: "limits",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "re_tests",
                schema: "lab",
                columns: table => new
                {
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    repeats_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ordered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ordered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_re_tests", x => x.sample_id);
                    table.ForeignKey(
                        name: "fk_re_tests_samples_first_id",
                        column: x => x.first_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_re_tests_samples_repeats_id",
                        column: x => x.repeats_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_re_tests_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sample_photos",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sample_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_sample_photos_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sampling_records",
                schema: "lab",
                columns: table => new
                {
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    latitude = table.Column<decimal>(type: "numeric", nullable: true),
                    longitude = table.Column<decimal>(type: "numeric", nullable: true),
                    sampled_unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit_licence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    unit_contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    producer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    brand = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    specification = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    packaging = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    label_batch = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    shelf_life = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    storage = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    declared_standard = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    lot_size = table.Column<decimal>(type: "numeric", nullable: false),
                    lot_size_unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sample_g = table.Column<decimal>(type: "numeric", nullable: false),
                    re_test_g = table.Column<decimal>(type: "numeric", nullable: true),
                    method = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    container = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    seal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    re_test_seal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    temperature_c = table.Column<decimal>(type: "numeric", nullable: true),
                    remarks = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    second_sampler = table.Column<Guid>(type: "uuid", nullable: true),
                    second_signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    party_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    party_signature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    refusal_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sampling_records", x => x.sample_id);
                    table.ForeignKey(
                        name: "fk_sampling_records_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sampling_records_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_samples_blind_code",
                schema: "lab",
                table: "samples",
                column: "blind_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_custody_events_sample_id_portion_at",
                schema: "lab",
                table: "custody_events",
                columns: new[] { "sample_id", "portion", "at" });

            migrationBuilder.CreateIndex(
                name: "a_limit_has_one_open_proposal",
                schema: "lab",
                table: "limit_proposals",
                column: "target_id",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_re_tests_first_id",
                schema: "lab",
                table: "re_tests",
                column: "first_id");

            migrationBuilder.CreateIndex(
                name: "ix_re_tests_repeats_id",
                schema: "lab",
                table: "re_tests",
                column: "repeats_id");

            migrationBuilder.CreateIndex(
                name: "ix_sample_photos_sample_id",
                schema: "lab",
                table: "sample_photos",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "ix_sampling_records_firm_id",
                schema: "lab",
                table: "sampling_records",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_sampling_records_second_sampler",
                schema: "lab",
                table: "sampling_records",
                column: "second_sampler",
                filter: "second_signed_at is null");

            migrationBuilder.SqlFile("functions/limits_v1");
            migrationBuilder.SqlFile("functions/staff_v1");
            migrationBuilder.SqlFile("policies/limits_v1");
            migrationBuilder.SqlFile("policies/sampling_v1");
            migrationBuilder.SqlFile("policies/retests_v1");
            migrationBuilder.SqlFile("policies/sample_versions_v1");
            migrationBuilder.SqlFile("triggers/evaluations_v1");
            migrationBuilder.SqlFile("triggers/readings_v2");
            migrationBuilder.SqlFile("functions/rates_v2");
            migrationBuilder.SqlFile("functions/rates_v3");
        }
    }
}
