package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.CanonicalJson;
import dk.grundskema.api.documents.json.IncrementalJsonDocument;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.problem.ChangedProblemFile;
import dk.grundskema.api.documents.problem.MailAddressChecker;
import dk.grundskema.api.documents.timetable.IncrementalTimetableDocument;
import dk.grundskema.api.documents.timetable.ProblemStudentNumbers;
import dk.grundskema.api.documents.timetable.TimetableReader;
import dk.grundskema.api.documents.timetable.TimetableWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.comparison.ProblemChanges;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentRepository.DocumentKind;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stores problems and timetables, validates new ones, and caches those used recently. Documents are immutable and identified by the SHA-256 hash
 * of their content, so the caches never become stale. A timetable names the hash of the problem it was made for. Edited documents are written
 * incrementally from their predecessor, because parsing and writing a large school takes longer than the edit itself.
 */
@Component
public class DocumentStore {
    /** Size of each cache. A document of a large school takes some megabytes. */
    private static final int CACHE_SIZE = 40;

    private final DocumentRepository documentRepository;
    private final PluginPlanningFacade planning;
    private final LeastRecentlyUsedCache<String, StoredDocument.StoredProblem> problems =
            LeastRecentlyUsedCache.create(CACHE_SIZE);
    private final LeastRecentlyUsedCache<String, StoredDocument.StoredProblem> viewedProblems =
            LeastRecentlyUsedCache.create(CACHE_SIZE);
    private final LeastRecentlyUsedCache<String, StoredDocument.StoredTimetable> timetables =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    /** Fewer, because editing by hand makes consecutive changes to the same few problems. */
    private static final int INCREMENTAL_CACHE_SIZE = 20;

    private final LeastRecentlyUsedCache<String, IncrementalJsonDocument> writtenProblems =
            LeastRecentlyUsedCache.create(INCREMENTAL_CACHE_SIZE);

    private final LeastRecentlyUsedCache<String, IncrementalTimetableDocument> writtenTimetables =
            LeastRecentlyUsedCache.create(INCREMENTAL_CACHE_SIZE);

    private final LeastRecentlyUsedCache<List<String>, RatedPlan> ratedPlans =
            LeastRecentlyUsedCache.create(CACHE_SIZE);
    private final LeastRecentlyUsedCache<List<String>, StoredDocument.StoredProblem> plannedProblems =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    /** Whether a search reads what differs between two problems, by their hashes. */
    private final LeastRecentlyUsedCache<List<String>, Boolean> readBySearch =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    public DocumentStore(DocumentRepository documentRepository, PluginPlanningFacade planning) {
        this.documentRepository = documentRepository;
        this.planning = planning;
    }

    /** Validates and stores the text of a problem, as {@link #storeProblem(Json, String, List)}. */
    public StoredDocument.StoredProblem storeProblem(String text, List<StaffMember> known) {
        return store(JsonTreeParser.parse(text), "", known);
    }

    /**
     * Validates and stores a problem that a client sent. Its parameters are upgraded to the versions of the installed plugins.
     *
     * @param problem the problem
     * @param at      pointer to it in the request
     * @param known   staff whose mail addresses are accepted unchecked, because they are not new
     * @throws RefusalException 422 with all errors if it cannot be planned
     */
    public StoredDocument.StoredProblem storeProblem(Json problem, String at, List<StaffMember> known) {
        return store(JsonTreeParser.check(problem), at, known);
    }

    private StoredDocument.StoredProblem store(ReadResult<Json> sent, String at, List<StaffMember> known) {
        return switch (sent.then(planning::readProblem)) {
            case ReadResult.Failure<Problem> bad -> throw RefusalException.unusable(prefixPointers(at, bad.findings()));
            case ReadResult.Success<Problem> good -> {
                List<Finding> errors = Stream.concat(
                                planning.validate(good.value()).stream().filter(Finding::isError),
                                MailAddressChecker.findNewlyUnsendable(good.value(), known).stream())
                        .toList();
                if (!errors.isEmpty()) {
                    throw RefusalException.unusable(prefixPointers(at, errors));
                }
                Json problem = ((ReadResult.Success<Json>) sent).value();
                Json present = ParameterUpgrader.upgrade(problem, planning.plugins());
                String hash = present.equals(problem) ? good.hash() : upgradedHash(present);
                yield store(present, new StoredDocument.StoredProblem(hash, good.value()), null);
            }
        };
    }

    private StoredDocument.StoredProblem store(
            Json content, StoredDocument.StoredProblem problem, @Nullable String from) {
        documentRepository.store(problem.hash(), DocumentKind.PROBLEM, JsonFormatter.format(content), from);
        problems.put(problem.hash(), problem);
        return problem;
    }

    private String upgradedHash(Json problem) {
        if (JsonTreeParser.check(problem).then(planning::readProblem) instanceof ReadResult.Success<Problem> good) {
            return good.hash();
        }
        throw new IllegalStateException(
                "A problem cannot be read after its parameters were upgraded.\nMaybe a plugin's migration is not repeatable?");
    }

    /**
     * Stores a problem derived from a stored one, such as one with commitments of other plans, without validating it again.
     *
     * @param problem the problem
     * @param from    hash of the stored problem that it depends on; {@code null} means that it replaces that problem
     */
    public StoredDocument.StoredProblem storeDerivedProblem(Json problem, @Nullable String from) {
        if (JsonTreeParser.check(problem).then(planning::readProblem) instanceof ReadResult.Success<Problem> good) {
            return store(problem, new StoredDocument.StoredProblem(good.hash(), good.value()), from);
        }
        throw new IllegalStateException(
                "A problem derived from a stored one cannot be read.\nMaybe a part of it is missing?");
    }

    /** Stores a copy of a problem with other student numbers, one for each student in order. */
    StoredDocument.StoredProblem storeNumberedProblem(StoredDocument.StoredProblem from, List<Integer> numbers) {
        return storeDerivedProblem(ProblemStudentNumbers.withNumbers(json(from.hash()), numbers), null);
    }

    /** Stores a document from an archive unchanged. The caller must have verified its hash. */
    public void storeVerbatim(String hash, boolean isProblem, String text) {
        if (isProblem) {
            documentRepository.store(hash, DocumentKind.PROBLEM, text, null);
        } else {
            documentRepository.store(
                    hash, DocumentKind.TIMETABLE, text, read(hash, text).value().problem());
        }
    }

    /**
     * Stores a changed problem incrementally, without parsing it again. Only locks and availability of staff may differ.
     *
     * @param from    stored problem
     * @param changedProblem the same problem with other locks or availability; must be valid
     */
    public StoredDocument.StoredProblem storeChanged(StoredDocument.StoredProblem from, Problem changedProblem) {
        IncrementalJsonDocument before =
                writtenProblems.get(from.hash(), hash -> IncrementalJsonDocument.of(json(hash)));
        ChangedProblemFile written = ChangedProblemFile.of(before, changedProblem);
        var kept = new StoredDocument.StoredProblem(written.hash(), changedProblem);
        documentRepository.store(kept.hash(), DocumentKind.PROBLEM, written.text(), null);
        problems.put(kept.hash(), kept);
        writtenProblems.put(kept.hash(), written.file());
        return kept;
    }

    /**
     * Stores a changed problem, and verifies it by reading it again.
     *
     * @param from    stored problem
     * @param changed the same problem with another horizon, or other people, rooms, groups or locks; must be valid
     */
    public StoredDocument.StoredProblem storeChangedRecords(StoredDocument.StoredProblem from, Problem changed) {
        ChangedProblemFile written = ChangedProblemFile.of(json(from.hash()), from.value(), changed);
        StoredDocument.StoredProblem kept = storeDerivedProblem(written.file().json(), null);
        if (!kept.value().equals(changed)) {
            throw new IllegalStateException(
                    "The changed problem (%s) differs when it is read again.\nMaybe it changed more than people, rooms, groups, lessons, locks and the horizon?"
                            .formatted(kept.hash()));
        }
        return kept;
    }

    private static List<Finding> prefixPointers(String at, List<Finding> findings) {
        return findings.stream().map(one -> one.withPointerPrefix(at)).toList();
    }

    /** Stores a timetable. */
    public StoredDocument.StoredTimetable store(Timetable timetable) {
        return store(timetable, TimetableWriter.text(timetable));
    }

    /**
     * Stores a changed timetable incrementally. Meetings that are unchanged are not written again.
     *
     * @param from    stored timetable
     * @param changed new timetable
     */
    public StoredDocument.StoredTimetable storeChanged(StoredDocument.StoredTimetable from, Timetable changed) {
        IncrementalTimetableDocument before =
                writtenTimetables.get(from.hash(), hash -> IncrementalTimetableDocument.of(from.value()));
        IncrementalTimetableDocument written = before.nextVersion(changed);
        StoredDocument.StoredTimetable kept = store(changed, written.text());
        writtenTimetables.put(kept.hash(), written);
        return kept;
    }

    private StoredDocument.StoredTimetable store(Timetable timetable, String text) {
        var kept = new StoredDocument.StoredTimetable(Sha256.of(text), timetable);
        documentRepository.store(kept.hash(), DocumentKind.TIMETABLE, text, timetable.problem());
        timetables.put(kept.hash(), kept);
        return kept;
    }

    /** Stores a problem derived from a stored one, even if the installed plugins cannot read it. Returns its hash. */
    public String storeUnread(Json.JsonObject problem) {
        String hash = CanonicalJson.hash(problem);
        documentRepository.store(hash, DocumentKind.PROBLEM, JsonFormatter.format(problem), null);
        return hash;
    }

    /** Deletes a document if nothing refers to it and it is not reserved; otherwise {@link UnusedDocumentCollector} deletes it later. */
    public void releaseIfUnused(String hash) {
        documentRepository.releaseIfUnused(hash);
        evict(hash);
    }

    /** Deletes a document if nothing refers to it and it is not reserved. */
    void deleteIfUnused(String hash, Instant now) {
        documentRepository.deleteIfUnused(hash, now);
        evict(hash);
    }

    private void evict(String hash) {
        problems.invalidate(hash);
        viewedProblems.invalidate(hash);
        timetables.invalidate(hash);
        writtenProblems.invalidate(hash);
        writtenTimetables.invalidate(hash);
    }

    /**
     * Returns the hash of the problem that a timetable was made for; empty if that problem does not exist. The link is recorded when the
     * timetable is stored. Archives must contain the problems of their timetables, so that knowing a hash never gives access to another
     * organisation's document.
     */
    public Optional<String> findSourceProblem(String timetable) {
        return documentRepository.findSourceProblem(timetable);
    }

    /** Returns the same as {@link #findSourceProblem} for several timetables, by timetable, in one query. */
    public Map<String, String> findSourceProblems(Collection<String> timetables) {
        return documentRepository.findSourceProblems(timetables);
    }

    /** Reserves a document against deletion for a while. Returns whether it exists. */
    public boolean reserve(String hash) {
        return documentRepository.reserve(hash);
    }

    /** Returns whether the document exists. */
    public boolean exists(String hash) {
        return documentRepository.exists(hash);
    }

    /**
     * Returns a problem.
     *
     * @throws RefusalException 409 if the installed plugins cannot read it
     */
    public StoredDocument.StoredProblem problem(String hash) {
        return problems.get(hash, this::readProblem);
    }

    /**
     * Returns a problem as JSON in which what is left out and what is written as the default is the same, so that only differences in meaning are
     * differences; as stored if the installed plugins cannot read it.
     */
    public Json.JsonObject comparableJson(String hash) {
        try {
            Problem problem = viewedProblem(hash).value();
            return RecordWriter.toJson(problem.withInterventions(problem.interventions().stream()
                    .<Intervention<?>>map(one -> new Intervention<>(
                            one.id(), one.type(), one.title(), planning.explicitParameters(one, problem)))
                    .toList()));
        } catch (RefusalException unreadable) {
            return json(hash);
        }
    }

    /**
     * Returns a problem to be looked at: interventions whose plugin is missing keep their parameters unread. Nothing is planned or changed by it.
     *
     * @throws RefusalException 409 if the installed plugins cannot read it for another reason
     */
    public StoredDocument.StoredProblem viewedProblem(String hash) {
        StoredDocument.StoredProblem viewed = viewedProblems.getIfPresent(hash);
        if (viewed != null) {
            return viewed;
        }
        try {
            return problem(hash);
        } catch (RefusalException unreadable) {
            if (planning.readProblemForViewing(document(hash)) instanceof ReadResult.Success<Problem> good) {
                var read = new StoredDocument.StoredProblem(hash, good.value());
                viewedProblems.put(hash, read);
                return read;
            }
            throw unreadable;
        }
    }

    /** Returns a problem without adding it to the cache, for callers that read many problems once. */
    public StoredDocument.StoredProblem problemUncached(String hash) {
        StoredDocument.StoredProblem known = problems.getIfPresent(hash);
        return known == null ? readProblem(hash) : known;
    }

    private StoredDocument.StoredProblem readProblem(String hash) {
        return switch (planning.readProblem(document(hash))) {
            case ReadResult.Success<Problem> good -> new StoredDocument.StoredProblem(hash, good.value());
            case ReadResult.Failure<Problem> bad -> throw MissingPluginRefusalFactory.of(bad.findings());
        };
    }

    /** Returns a timetable. */
    public StoredDocument.StoredTimetable timetable(String hash) {
        return timetables.get(hash, fresh -> read(fresh, text(fresh)));
    }

    private static StoredDocument.StoredTimetable read(String hash, String text) {
        return switch (new TimetableReader().read(text)) {
            case ReadResult.Success<Timetable> good -> new StoredDocument.StoredTimetable(hash, good.value());
            case ReadResult.Failure<Timetable> bad ->
                throw new IllegalStateException(
                        "The stored timetable (%s) cannot be read: %s.".formatted(hash, bad.findings()));
        };
    }

    /**
     * Returns a plan as it is shown and rated: by its current problem, or, if the timetable refers to elements that it no longer contains, by the one the timetable
     * was made for.
     */
    public RatedPlan ratedPlan(StoredDocument.StoredProblem present, StoredDocument.StoredTimetable timetable) {
        String own = timetable.value().problem();
        if (own.equals(present.hash()) || present.isPartlyUnread()) {
            return new RatedPlan(present, timetable);
        }
        return ratedPlans.get(
                List.of(present.hash(), timetable.hash()),
                fresh -> hasAllLessons(present, timetable)
                        ? new RatedPlan(present, timetable)
                        : rate(
                                present,
                                timetable,
                                documentRepository
                                        .prefetchSourceProblems(Set.of(timetable.hash()))
                                        .get(timetable.hash())));
    }

    /** Whether a timetable fits a problem and lacks no lesson, so that it is rated without the problem that it was made for. */
    @SuppressWarnings("ReferenceEquality") // the same object if nothing is added
    private boolean hasAllLessons(StoredDocument.StoredProblem present, StoredDocument.StoredTimetable timetable) {
        return fits(present, timetable)
                && planning.addMissingLessons(present.value(), null, timetable.value()) == timetable.value();
    }

    /** Returns {@link #ratedPlan} of a revision with a timetable. */
    public RatedPlan ratedPlan(Revision revision) {
        return ratedPlan(problem(revision.problem()), Objects.requireNonNull(timetableOf(revision)));
    }

    /** @param source hash of the problem that the timetable was made for; {@code null} if it is not stored */
    private RatedPlan rate(
            StoredDocument.StoredProblem present, StoredDocument.StoredTimetable timetable, @Nullable String source) {
        if (!fits(present, timetable)) {
            return new RatedPlan(source == null ? present : problem(source), timetable);
        }
        return new RatedPlan(
                present,
                new StoredDocument.StoredTimetable(
                        timetable.hash(),
                        planning.addMissingLessons(present.value(), readable(source), timetable.value())));
    }

    /** Returns a problem; {@code null} if it is not stored, or the installed plugins cannot read it. */
    private @Nullable Problem readable(@Nullable String hash) {
        try {
            return hash == null ? null : problem(hash).value();
        } catch (RefusalException unreadable) {
            return null;
        }
    }

    /** Returns the problem that a timetable was made for; {@code null} if it is not stored, or the installed plugins cannot read it. */
    public @Nullable Problem readSourceProblem(StoredDocument.StoredTimetable timetable) {
        return readable(documentRepository
                .prefetchSourceProblems(Set.of(timetable.hash()))
                .get(timetable.hash()));
    }

    /**
     * Returns the plan that a change at a moment begins from. What was edited since it was planned is no part of the change: it begins from the plan as it is rated. Two
     * changes take in what was edited, and begin from the plan as it was planned: one of nothing but that, and each one of a timetable that does not fit the present problem.
     *
     * @param isOfEdits whether nothing but what was edited changes
     */
    public RatedPlan changeBase(
            StoredDocument.StoredProblem present, StoredDocument.StoredTimetable timetable, boolean isOfEdits) {
        return isOfEdits || !fits(present, timetable)
                ? new RatedPlan(findPlannedProblem(present, timetable), timetable)
                : ratedPlan(present, timetable);
    }

    /**
     * Returns the problem that a plan's timetable was made for: it differs from the present one if the plan was edited since. If it is not stored, or somebody
     * who is new in the present one was put into the timetable by hand, this is the present one.
     */
    public StoredDocument.StoredProblem findPlannedProblem(
            StoredDocument.StoredProblem present, StoredDocument.StoredTimetable timetable) {
        if (timetable.value().problem().equals(present.hash())) {
            return present;
        }
        return plannedProblems.get(
                List.of(present.hash(), timetable.hash()),
                fresh -> Optional.ofNullable(documentRepository
                                .prefetchSourceProblems(Set.of(timetable.hash()))
                                .get(timetable.hash()))
                        .map(this::problem)
                        .filter(planned -> fits(planned, timetable))
                        .orElse(present));
    }

    /**
     * Stores the problem that a plan was made for with the locks of its present one, so that a timetable with the marks of these locks can be rated by it. Returns its
     * hash; that of the earlier problem if its locks are the same, or the present ones name what it lacks.
     */
    public String storeWithLocks(StoredDocument.StoredProblem earlier, Problem present) {
        Problem own = earlier.value();
        if (own.locks().equals(present.locks()) && own.memberLocks().equals(present.memberLocks())) {
            return earlier.hash();
        }
        try {
            Problem locked = own.withLocks(present.locks(), present.memberLocks());
            boolean isValid = planning.validate(locked).stream().noneMatch(Finding::isError);
            return isValid ? storeChanged(earlier, locked).hash() : earlier.hash();
        } catch (InvalidValueException e) {
            return earlier.hash();
        }
    }

    /** Returns whether a plan was edited since its timetable was made, in something that a search reads; names, locks and accepted shortfalls do not count. */
    public boolean isEditedSincePlanned(
            StoredDocument.StoredProblem present, StoredDocument.StoredTimetable timetable) {
        String planned = findPlannedProblem(present, timetable).hash();
        return !planned.equals(present.hash())
                && readBySearch.get(
                        List.of(planned, present.hash()),
                        fresh ->
                                ProblemChanges.between(comparableJson(planned), comparableJson(present.hash())).stream()
                                        .anyMatch(ProblemChanges.PartChange::isReadBySearch));
    }

    /** Returns whether a timetable refers only to what is in a problem. */
    public boolean fits(StoredDocument.StoredProblem problem, StoredDocument.StoredTimetable timetable) {
        return planning.validate(problem.value(), problem.hash(), timetable.value()).stream()
                .noneMatch(Finding::isError);
    }

    /**
     * Reads what {@link #ratedPlan} needs for revisions, in at most two queries for all that are not cached.
     * Revisions without a timetable are left out.
     */
    public void prefetchForRating(Collection<Revision> revisions) {
        prefetchOf(revisions);
        var unrated = new ArrayList<RatedPlan>();
        for (Revision one : revisions) {
            StoredDocument.StoredTimetable timetable = timetableOf(one);
            if (timetable != null && !timetable.value().problem().equals(one.problem())) {
                StoredDocument.StoredProblem present = problem(one.problem());
                List<String> key = List.of(present.hash(), timetable.hash());
                if (ratedPlans.getIfPresent(key) != null) {
                    continue;
                }
                var plan = new RatedPlan(present, timetable);
                if (hasAllLessons(present, timetable)) {
                    ratedPlans.put(key, plan);
                } else {
                    unrated.add(plan);
                }
            }
        }
        Map<String, String> sources = documentRepository.prefetchSourceProblems(
                unrated.stream().map(one -> one.timetable().hash()).collect(Collectors.toSet()));
        for (RatedPlan one : unrated) {
            String hash = one.timetable().hash();
            ratedPlans.put(
                    List.of(one.problem().hash(), hash), rate(one.problem(), one.timetable(), sources.get(hash)));
        }
    }

    /** Returns the timetable of a revision; {@code null} if it has none. */
    public StoredDocument.@Nullable StoredTimetable timetableOf(Revision revision) {
        String timetable = revision.timetable();
        return timetable == null ? null : timetable(timetable);
    }

    /** Returns a document as JSON, even if the installed plugins cannot read it; throws as {@link #text}. */
    public Json.JsonObject json(String hash) {
        if (document(hash).value() instanceof Json.JsonObject root) {
            return root;
        }
        throw new IllegalStateException("The stored document (%s) is not a JSON object.".formatted(hash));
    }

    private ReadResult.Success<Json> document(String hash) {
        return PlanContext.document(hash, this::parse);
    }

    private ReadResult.Success<Json> parse(String hash) {
        if (JsonTreeParser.parse(text(hash)) instanceof ReadResult.Success<Json> good) {
            return good;
        }
        throw new IllegalStateException("The stored document (%s) is not JSON.".formatted(hash));
    }

    /**
     * Returns the text of a document.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if it does not exist
     */
    public String text(String hash) {
        if (!PlanContext.hasContent(hash)) {
            Set<String> beside = PlanContext.documentsBeside(hash);
            beside.removeIf(one -> !one.equals(hash) && isCached(one));
            if (beside.size() > 1) {
                documentRepository.prefetch(
                        beside); // a page that needs a plan's problem mostly needs its timetable too
            }
        }
        return documentRepository.readText(hash);
    }

    /** Reads the documents that are not cached in one query, for operations that need several. */
    public void prefetch(Collection<String> hashes) {
        documentRepository.prefetch(
                hashes.stream().filter(hash -> !isCached(hash)).distinct().toList());
    }

    /** Reads the texts of documents in one query, cached or not, so that {@link #text} needs no other. */
    public void prefetchTexts(Collection<String> hashes) {
        documentRepository.prefetch(hashes);
    }

    /** Reads problems and timetables of revisions that are not cached, in one query. */
    public void prefetchOf(Collection<Revision> revisions) {
        prefetch(revisions.stream()
                .flatMap(one -> Stream.of(one.problem(), one.timetable()))
                .filter(Objects::nonNull)
                .toList());
    }

    private boolean isCached(String hash) {
        return problems.getIfPresent(hash) != null || timetables.getIfPresent(hash) != null;
    }
}
