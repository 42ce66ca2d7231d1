package dk.grundskema.api.service.archive;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.timetable.TimetableReader;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The problems and timetables of an archive. An archive must contain all its documents: a hash never refers to a document that is already
 * stored, because knowing a hash must not give access to another organisation's data.
 *
 * @param problems   texts of the problems by hash
 * @param timetables texts of the timetables by hash
 * @param findings   all errors
 */
record ArchivedDocuments(
        SortedMap<String, String> problems, SortedMap<String, String> timetables, List<Finding> findings) {
    /** @param parts parts of the archive that are documents, by name */
    static ArchivedDocuments of(ArchiveManifest manifest, Map<String, String> parts, PluginPlanningFacade planning) {
        var problems = new TreeMap<String, String>();
        var timetables = new TreeMap<String, String>();
        var findings = new ArrayList<Finding>();
        var ofRevisions = new TreeSet<String>();
        var wanted = new TreeSet<String>();
        for (ArchiveManifest.RevisionEntry one : manifest.revisions()) {
            ofRevisions.add(one.problem());
            String timetable = one.timetable();
            if (timetable != null) {
                wanted.add(timetable);
            }
        }
        for (String hash : wanted) {
            String text = parts.get(ArchiveFormat.documentPartName(hash));
            if (text == null) {
                findings.add(missingPart(hash));
            } else if (readTimetable(hash, text) instanceof ReadResult.Success<Timetable> good) {
                timetables.put(hash, text);
                String problem = good.value().problem();
                if (parts.containsKey(ArchiveFormat.documentPartName(problem))) {
                    problems.put(problem, String.valueOf(parts.get(ArchiveFormat.documentPartName(problem))));
                } else if (!ofRevisions.contains(problem)) {
                    findings.add(PlanArchiver.locateInPart(
                            ArchiveFormat.documentPartName(hash),
                            Finding.error("archive.unknown-problem", "/problem")));
                }
            } else {
                findings.add(wrongContent(hash));
            }
        }
        for (String hash : ofRevisions) {
            String text = parts.get(ArchiveFormat.documentPartName(hash));
            if (text == null) {
                findings.add(missingPart(hash));
            } else {
                problems.put(hash, text);
            }
        }
        problems.forEach((hash, text) -> {
            if (!isProblem(hash, text, planning)) {
                findings.add(wrongContent(hash));
            }
        });
        if (findings.isEmpty()) {
            parts.keySet().stream()
                    .filter(name -> !problems.containsKey(ArchiveFormat.documentHash(name)))
                    .filter(name -> !timetables.containsKey(ArchiveFormat.documentHash(name)))
                    .forEach(name -> findings.add(Finding.error("archive.foreign-part", "", name)));
        }
        return new ArchivedDocuments(problems, timetables, List.copyOf(findings));
    }

    private static Finding missingPart(String hash) {
        return Finding.error("archive.part-missing", "", ArchiveFormat.documentPartName(hash));
    }

    private static Finding wrongContent(String hash) {
        return Finding.error("archive.wrong-content", "", ArchiveFormat.documentPartName(hash));
    }

    /** Returns whether the text is a valid problem with this hash. Problems that need missing plugins are accepted. */
    private static boolean isProblem(String hash, String text, PluginPlanningFacade planning) {
        return JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good
                && good.value() instanceof Json.JsonObject
                && good.hash().equals(hash)
                && switch (planning.readProblem(text)) {
                    case ReadResult.Success<Problem> fine -> true;
                    case ReadResult.Failure<Problem> bad ->
                        bad.findings().stream()
                                .filter(Finding::isError)
                                .anyMatch(one -> one.code().startsWith("intervention."));
                };
    }

    /** Returns the timetable with this hash; a failure if the text does not match or is invalid. */
    private static ReadResult<Timetable> readTimetable(String hash, String text) {
        return Sha256.of(text).equals(hash)
                ? new TimetableReader().read(text)
                : new ReadResult.Failure<>(List.of(wrongContent(hash)));
    }

    /** Stores the documents, problems before the timetables that refer to them. */
    void storeIn(DocumentStore documents) {
        problems.forEach((hash, text) -> documents.storeVerbatim(hash, true, text));
        timetables.forEach((hash, text) -> documents.storeVerbatim(hash, false, text));
    }
}
