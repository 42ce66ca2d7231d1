package dk.grundskema.api.service.archive;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.traffic.LimitSettings;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a plan with all its revisions and documents to an archive file, and reads it back in this or another installation. Ids are kept when
 * reading unless they are taken; authors become foreign account ids. Both directions enforce {@link ArchiveLimits}.
 */
@Component
public final class PlanArchiver {
    /** Number of documents read in one query. Bounds the memory for a plan with a long history. */
    private static final int DOCUMENTS_AT_ONCE = 50;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final IdGenerator ids;
    private final AuditLog audit;
    private final List<ArchivePart> archiveParts;
    private final ArchiveLimits limits;

    PlanArchiver(
            JdbcClient database,
            TransactionTemplate transaction,
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            IdGenerator ids,
            AuditLog audit,
            List<ArchivePart> archiveParts,
            LimitSettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.ids = ids;
        this.audit = audit;
        this.archiveParts = List.copyOf(archiveParts);
        this.limits = ArchiveLimits.of(settings.uploadMegabytes());
    }

    /**
     * Creates the archive of a plan.
     *
     * @throws RefusalException 409 if it exceeds the limits of {@link #readArchive}
     */
    public byte[] createArchive(PlanId id) {
        return createArchive(id, limits);
    }

    /** Creates the archive of a plan within the given limits. */
    byte[] createArchive(PlanId id, ArchiveLimits limits) {
        Plan plan = plans.get(id);
        List<Revision> revisions =
                plans.revisions(id, Integer.MAX_VALUE, limits.revisions() + 1).reversed();
        if (revisions.size() > limits.revisions()) {
            throw limits.planTooLarge();
        }
        Set<RevisionId> own = revisions.stream().map(Revision::id).collect(Collectors.toSet());
        var manifest = new ArchiveManifest(
                ArchiveManifest.VERSION,
                id,
                plan.title(),
                plan.head(),
                plan.tip(),
                plan.created(),
                revisions.stream().map(one -> manifestEntry(one, own)).toList());
        try (var parts = new ArchiveWriter(limits, archiveParts.size())) {
            parts.add(ArchiveFormat.MANIFEST, JsonFormatter.format(RecordWriter.toJson(manifest)));
            addDocuments(parts, List.copyOf(documentsOf(revisions)));
            archiveParts.forEach(kept -> exportPart(kept, id, limits)
                    .ifPresent(part -> parts.add(
                            ArchiveFormat.extraPartName(kept), JsonFormatter.format(RecordWriter.toJson(part)))));
            return parts.toBytes();
        }
    }

    /** Returns the hashes of the documents of revisions in order, and of the problems that their timetables were made for. */
    private SortedSet<String> documentsOf(List<Revision> revisions) {
        var hashes = new TreeSet<String>();
        revisions.stream().map(Revision::timetable).filter(Objects::nonNull).forEach(hashes::add);
        hashes.addAll(documents.findSourceProblems(Set.copyOf(hashes)).values()); // with commitments to other plans
        revisions.forEach(one -> hashes.add(one.problem()));
        return hashes;
    }

    private void addDocuments(ArchiveWriter parts, List<String> hashes) {
        for (int from = 0; from < hashes.size(); from += DOCUMENTS_AT_ONCE) {
            List<String> batch = hashes.subList(from, Math.min(from + DOCUMENTS_AT_ONCE, hashes.size()));
            documents.prefetchTexts(batch);
            batch.forEach(hash -> parts.add(ArchiveFormat.documentPartName(hash), documents.text(hash)));
        }
    }

    private static Optional<? extends Record> exportPart(ArchivePart kept, PlanId plan, ArchiveLimits limits) {
        try {
            return kept.export(plan);
        } catch (InvalidValueException moreThanCanBeRead) {
            throw limits.planTooLarge();
        }
    }

    /** @param own ids of all revisions of the plan; the parent of a scenario's first revision is not among them */
    private static ArchiveManifest.RevisionEntry manifestEntry(Revision one, Set<RevisionId> own) {
        RevisionId parent = one.parent();
        return new ArchiveManifest.RevisionEntry(
                one.id(),
                one.number(),
                parent == null || !own.contains(parent) ? null : parent,
                one.code(),
                one.arguments(),
                ArchivePart.unmarkForeign(one.author()).value(),
                one.made(),
                one.problem(),
                one.timetable(),
                one.plugins());
    }

    /**
     * Creates a plan from an archive. Authors of revisions are marked as foreign, because an archive is not a trustworthy source; only the
     * reader is recorded as a local account.
     *
     * @param reader account that reads the archive
     * @throws RefusalException 422 with all errors in the archive
     */
    public Plan readArchive(OrganisationId organisation, byte[] archive, AccountId reader) {
        return readArchive(organisation, archive, reader, limits);
    }

    /** Creates a plan from an archive within the given limits. */
    Plan readArchive(OrganisationId organisation, byte[] archive, AccountId reader, ArchiveLimits limits) {
        Map<String, String> parts = ArchiveFormat.unpack(archive, limits, archiveParts.size());
        ArchiveManifest manifest = readManifest(parts.getOrDefault(ArchiveFormat.MANIFEST, ""));
        Map<String, String> others = new TreeMap<>(parts);
        others.remove(ArchiveFormat.MANIFEST);
        Map<String, String> documentParts = new TreeMap<>(others);
        documentParts.keySet().removeIf(name -> !ArchiveFormat.isDocument(name));
        others.keySet().removeAll(documentParts.keySet());
        var archived = ArchivedDocuments.of(manifest, documentParts, planning);
        var findings =
                new ArrayList<>(limits.tooManyRevisions(manifest.revisions().size()));
        findings.addAll(archived.findings());
        List<Consumer<PlanId>> restoring = readExtraParts(others, findings);
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
        }
        archived.storeIn(documents);
        return transaction.execute(status -> {
            Plan plan = insertPlan(organisation, manifest);
            restoring.forEach(one -> one.accept(plan.id()));
            audit.recordChange(reader, organisation, plan.id(), "audit.archive-read");
            return plan;
        });
    }

    /** Parses the parts with data outside revisions. Unknown parts are errors. */
    private List<Consumer<PlanId>> readExtraParts(Map<String, String> parts, List<Finding> findings) {
        var restoring = new ArrayList<Consumer<PlanId>>();
        parts.forEach((name, text) -> {
            Optional<ArchivePart> whose = archiveParts.stream()
                    .filter(one -> ArchiveFormat.extraPartName(one).equals(name))
                    .findFirst();
            if (whose.isEmpty()) {
                findings.add(Finding.error("archive.foreign-part", "", name));
                return;
            }
            var wrong = new ArrayList<Finding>();
            restoring.add(whose.get().read(text, wrong));
            wrong.forEach(one -> findings.add(locateInPart(name, one)));
        });
        return restoring;
    }

    /** Adds the name of the part to the pointer of a finding. */
    static Finding locateInPart(String part, Finding one) {
        return new Finding(one.code(), one.severity(), part + "#" + one.pointer(), one.arguments());
    }

    private static ArchiveManifest readManifest(String text) {
        return switch (new RecordReader(Map.of()).read(text, ArchiveManifest.class)) {
            case ReadResult.Success<ArchiveManifest> good -> good.value();
            case ReadResult.Failure<ArchiveManifest> bad ->
                throw RefusalException.unusable(bad.findings().stream()
                        .map(one -> locateInPart(ArchiveFormat.MANIFEST, one))
                        .toList());
        };
    }

    private Plan insertPlan(OrganisationId organisation, ArchiveManifest manifest) {
        boolean isTaken = isTaken("plan", manifest.plan().value());
        PlanId id = isTaken ? new PlanId(ids.newId()) : manifest.plan();
        Map<RevisionId, RevisionId> known = new HashMap<>();
        for (ArchiveManifest.RevisionEntry one : manifest.revisions()) {
            known.put(one.id(), isTaken("revision", one.id().value()) ? new RevisionId(ids.newId()) : one.id());
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
        manifest.revisions().forEach(one -> insertRevision(id, one, known));
        return plans.get(id);
    }

    private boolean isTaken(String table, String id) {
        return database.sql("SELECT COUNT(*) FROM " + table + " WHERE id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void insertRevision(PlanId plan, ArchiveManifest.RevisionEntry one, Map<RevisionId, RevisionId> known) {
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
                .param("arguments", JsonFormatter.formatOnOneLine(Json.fromJava(one.arguments())))
                .param(
                        "author",
                        ArchivePart.markForeign(new AccountId(one.author())).value())
                .param("made", Timestamp.from(one.made()))
                .param("problem", one.problem())
                .param("timetable", one.timetable())
                .param("plugins", JsonFormatter.formatOnOneLine(Json.fromJava(one.plugins())))
                .update();
    }

    private static @Nullable String parent(ArchiveManifest.RevisionEntry one, Map<RevisionId, RevisionId> known) {
        RevisionId parent = one.parent();
        return parent == null ? null : known.getOrDefault(parent, parent).value();
    }
}
