package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.timetable.TimetableReader;
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
 * The problems and timetables in an archive. They are whole by themselves: a hash in an archive never leads to a document that somebody else has
 * here, for who knows a hash need not be allowed to read what it names.
 *
 * @param problems   texts of its problems by their hashes
 * @param timetables texts of its timetables by their hashes
 * @param findings   everything that is wrong with them
 */
record ArchivedDocuments(
        SortedMap<String, String> problems, SortedMap<String, String> timetables, List<Finding> findings) {
    /** @param parts those of the archive that are documents, by their names */
    static ArchivedDocuments of(ArchiveManifest manifest, Map<String, String> parts, PluginHouse house) {
        var problems = new TreeMap<String, String>();
        var timetables = new TreeMap<String, String>();
        var findings = new ArrayList<Finding>();
        var ofRevisions = new TreeSet<String>();
        var wanted = new TreeSet<String>();
        for (ArchiveManifest.Entry one : manifest.revisions()) {
            ofRevisions.add(one.problem());
            String timetable = one.timetable();
            if (timetable != null) {
                wanted.add(timetable);
            }
        }
        for (String hash : wanted) {
            String text = parts.get(ArchiveFile.part(hash));
            if (text == null) {
                findings.add(missing(hash));
            } else if (timetable(hash, text) instanceof Read.Good<Timetable> good) {
                timetables.put(hash, text);
                String problem = good.value().problem();
                if (parts.containsKey(ArchiveFile.part(problem))) {
                    problems.put(problem, String.valueOf(parts.get(ArchiveFile.part(problem))));
                } else if (!ofRevisions.contains(problem)) {
                    findings.add(
                            Archives.in(ArchiveFile.part(hash), Finding.error("archive.unknown-problem", "/problem")));
                }
            } else {
                findings.add(wrong(hash));
            }
        }
        for (String hash : ofRevisions) {
            String text = parts.get(ArchiveFile.part(hash));
            if (text == null) {
                findings.add(missing(hash));
            } else {
                problems.put(hash, text);
            }
        }
        problems.forEach((hash, text) -> {
            if (!isProblem(hash, text, house)) {
                findings.add(wrong(hash));
            }
        });
        if (findings.isEmpty()) {
            parts.keySet().stream()
                    .filter(name -> !problems.containsKey(ArchiveFile.hash(name)))
                    .filter(name -> !timetables.containsKey(ArchiveFile.hash(name)))
                    .forEach(name -> findings.add(Finding.error("archive.foreign-part", "", name)));
        }
        return new ArchivedDocuments(problems, timetables, List.copyOf(findings));
    }

    private static Finding missing(String hash) {
        return Finding.error("archive.part-missing", "", ArchiveFile.part(hash));
    }

    private static Finding wrong(String hash) {
        return Finding.error("archive.wrong-content", "", ArchiveFile.part(hash));
    }

    /** Whether a text is the problem of that hash; one that needs a plugin that isn't here is believed to be one. */
    private static boolean isProblem(String hash, String text, PluginHouse house) {
        return JsonParsing.parse(text) instanceof Read.Good<Json> good
                && good.value() instanceof Json.Structure
                && good.hash().equals(hash)
                && switch (house.problem(text)) {
                    case Read.Good<Problem> fine -> true;
                    case Read.Bad<Problem> bad ->
                        bad.findings().stream()
                                .filter(Finding::isError)
                                .anyMatch(one -> one.code().startsWith("intervention."));
                };
    }

    /** The timetable of that hash; bad if the text is another one or none. */
    private static Read<Timetable> timetable(String hash, String text) {
        return Sha256.of(text).equals(hash) ? new TimetableReader().read(text) : new Read.Bad<>(List.of(wrong(hash)));
    }

    /** Keeps them, and problems before the timetables that are made of them. */
    void keepIn(Documents documents) {
        problems.forEach((hash, text) -> documents.keepAsItWas(hash, true, text));
        timetables.forEach((hash, text) -> documents.keepAsItWas(hash, false, text));
    }
}
