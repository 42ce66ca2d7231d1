package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans as one file each, which another installation reads back to the same plan. */
@Component
final class Archives {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Plans plans;
    private final Documents documents;
    private final PluginHouse house;
    private final FreshIds ids;
    private final Audit audit;
    private final List<Archived> beside;
    private final ArchiveLimits limits;

    Archives(
            JdbcClient database,
            TransactionTemplate transaction,
            Plans plans,
            Documents documents,
            PluginHouse house,
            FreshIds ids,
            Audit audit,
            List<Archived> beside,
            @Value("${grundskema.limits.upload-megabytes:50}") long upload) {
        this.database = database;
        this.transaction = transaction;
        this.plans = plans;
        this.documents = documents;
        this.house = house;
        this.ids = ids;
        this.audit = audit;
        this.beside = List.copyOf(beside);
        this.limits = ArchiveLimits.of(upload);
    }

    /**
     * The archive of a plan.
     *
     * @throws Refusal 409 if it were larger than {@link #read} takes
     */
    byte[] of(PlanId id) {
        return of(id, limits);
    }

    /** The same within given limits. */
    byte[] of(PlanId id, ArchiveLimits limits) {
        Plan plan = plans.get(id);
        List<Revision> revisions =
                plans.revisions(id, Integer.MAX_VALUE, limits.revisions() + 1).reversed();
        if (revisions.size() > limits.revisions()) {
            throw limits.tooMuch();
        }
        Set<String> hashes = new TreeSet<>();
        var entries = new ArrayList<ArchiveManifest.Entry>();
        for (Revision one : revisions) {
            hashes.add(one.problem());
            String timetable = one.timetable();
            if (timetable != null) {
                hashes.add(timetable);
                documents.madeOf(timetable).ifPresent(hashes::add); // with others' commitments in it
            }
            entries.add(entry(one, id));
        }
        var manifest = new ArchiveManifest(
                ArchiveManifest.VERSION, id, plan.title(), plan.head(), plan.tip(), plan.created(), entries);
        try (var parts = new ArchivePacking(limits, beside.size())) {
            parts.add(ArchiveFile.MANIFEST, JsonText.of(RecordWriter.toJson(manifest)));
            hashes.forEach(hash -> parts.add(ArchiveFile.part(hash), documents.text(hash)));
            beside.forEach(kept -> kept(kept, id, limits)
                    .ifPresent(part -> parts.add(ArchiveFile.beside(kept), JsonText.of(RecordWriter.toJson(part)))));
            return parts.finished();
        }
    }

    private static Optional<? extends Record> kept(Archived kept, PlanId plan, ArchiveLimits limits) {
        try {
            return kept.of(plan);
        } catch (InvalidValueException moreThanCanBeRead) {
            throw limits.tooMuch();
        }
    }

    private ArchiveManifest.Entry entry(Revision one, PlanId plan) {
        RevisionId parent = one.parent();
        return new ArchiveManifest.Entry(
                one.id(),
                one.number(),
                parent == null || !plans.revision(parent).plan().equals(plan) ? null : parent,
                one.code(),
                one.arguments(),
                Archived.unmarked(one.author()).value(),
                one.made(),
                one.problem(),
                one.timetable(),
                one.plugins());
    }

    /**
     * Makes the plan that an archive is of. Who did what in it is told as the archive says, but as done elsewhere: of those who are somebody here only the reader
     * is sure.
     *
     * @param reader whose doing it is
     * @throws Refusal 422 with everything that is wrong with the archive
     */
    Plan read(OrganisationId organisation, byte[] archive, AccountId reader) {
        return read(organisation, archive, reader, limits);
    }

    /** The same within given limits. */
    Plan read(OrganisationId organisation, byte[] archive, AccountId reader, ArchiveLimits limits) {
        Map<String, String> parts = ArchiveFile.unpacked(archive, limits, beside.size());
        ArchiveManifest manifest = manifest(parts.getOrDefault(ArchiveFile.MANIFEST, ""));
        Map<String, String> others = new TreeMap<>(parts);
        others.remove(ArchiveFile.MANIFEST);
        Map<String, String> documentParts = new TreeMap<>(others);
        documentParts.keySet().removeIf(name -> !ArchiveFile.isDocument(name));
        others.keySet().removeAll(documentParts.keySet());
        var archived = ArchivedDocuments.of(manifest, documentParts, house);
        var findings =
                new ArrayList<>(limits.tooManyRevisions(manifest.revisions().size()));
        findings.addAll(archived.findings());
        List<Consumer<PlanId>> restoring = beside(others, findings);
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
        archived.keepIn(documents);
        return transaction.execute(status -> {
            Plan plan = made(organisation, manifest);
            restoring.forEach(one -> one.accept(plan.id()));
            audit.changed(reader, organisation, plan.id(), "audit.archive-read");
            return plan;
        });
    }

    /** Reads what is kept beside revisions; what nobody here knows is foreign. */
    private List<Consumer<PlanId>> beside(Map<String, String> parts, List<Finding> findings) {
        var restoring = new ArrayList<Consumer<PlanId>>();
        parts.forEach((name, text) -> {
            Optional<Archived> whose = beside.stream()
                    .filter(one -> ArchiveFile.beside(one).equals(name))
                    .findFirst();
            if (whose.isEmpty()) {
                findings.add(Finding.error("archive.foreign-part", "", name));
                return;
            }
            var wrong = new ArrayList<Finding>();
            restoring.add(whose.get().read(text, wrong));
            wrong.forEach(one -> findings.add(in(name, one)));
        });
        return restoring;
    }

    /** What is wrong in a part, with the part in its place. */
    static Finding in(String part, Finding one) {
        return new Finding(one.code(), one.severity(), part + "#" + one.pointer(), one.arguments());
    }

    private static ArchiveManifest manifest(String text) {
        return switch (new RecordReader(Map.of()).read(text, ArchiveManifest.class)) {
            case Read.Good<ArchiveManifest> good -> good.value();
            case Read.Bad<ArchiveManifest> bad ->
                throw Refusal.unusable(bad.findings().stream()
                        .map(one -> in(ArchiveFile.MANIFEST, one))
                        .toList());
        };
    }

    private Plan made(OrganisationId organisation, ArchiveManifest manifest) {
        boolean isTaken = isTaken("plan", manifest.plan().value());
        PlanId id = isTaken ? new PlanId(ids.id()) : manifest.plan();
        Map<RevisionId, RevisionId> known = new HashMap<>();
        for (ArchiveManifest.Entry one : manifest.revisions()) {
            known.put(one.id(), isTaken("revision", one.id().value()) ? new RevisionId(ids.id()) : one.id());
        }
        database.sql("""
                        INSERT INTO plan (id, organisation, title, version, head, tip, created, family)
                        VALUES (:id, :organisation, :title, :version, :head, :tip, :created, :id)""")
                .param("id", id.value())
                .param("organisation", organisation.value())
                .param("title", manifest.title())
                .param("version", manifest.revisions().size())
                .param(
                        "head",
                        known.getOrDefault(manifest.head(), manifest.head()).value())
                .param("tip", known.getOrDefault(manifest.tip(), manifest.tip()).value())
                .param("created", Timestamp.from(manifest.created()))
                .update();
        manifest.revisions().forEach(one -> insert(id, one, known));
        return plans.get(id);
    }

    private boolean isTaken(String table, String id) {
        return database.sql("SELECT COUNT(*) FROM " + table + " WHERE id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void insert(PlanId plan, ArchiveManifest.Entry one, Map<RevisionId, RevisionId> known) {
        database.sql("""
                        INSERT INTO revision
                          (id, plan, number, plan_version, parent, code, arguments, author, made, problem, timetable, plugins)
                        VALUES
                          (:id, :plan, :number, :number, :parent, :code, :arguments, :author, :made, :problem, :timetable,
                           :plugins)""")
                .param("id", known.getOrDefault(one.id(), one.id()).value())
                .param("plan", plan.value())
                .param("number", one.number())
                .param("parent", parent(one, known))
                .param("code", one.code())
                .param("arguments", JsonText.line(Json.fromJava(one.arguments())))
                .param("author", Archived.elsewhere(new AccountId(one.author())).value())
                .param("made", Timestamp.from(one.made()))
                .param("problem", one.problem())
                .param("timetable", one.timetable())
                .param("plugins", JsonText.line(Json.fromJava(one.plugins())))
                .update();
    }

    private static @Nullable String parent(ArchiveManifest.Entry one, Map<RevisionId, RevisionId> known) {
        RevisionId parent = one.parent();
        return parent == null ? null : known.getOrDefault(parent, parent).value();
    }
}
