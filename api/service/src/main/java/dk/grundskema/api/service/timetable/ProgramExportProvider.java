package dk.grundskema.api.service.timetable;

import dk.grundskema.api.exports.program.ExportScope;
import dk.grundskema.api.exports.program.ProgramExport;
import dk.grundskema.api.exports.program.ProgramFormat;
import dk.grundskema.api.exports.program.ProgramTexts;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.GroupMembers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Provides plans as files of other programs, and what these files cannot express. */
@Component
final class ProgramExportProvider {
    /** Name of the file that says what the others cannot express. */
    private static final String REPORT = "report.txt";

    /** Number of cached lists of findings, which are short. */
    private static final int CACHE_SIZE = 200;

    private final PlanStore plans;
    private final TimetableViewProvider timetableViewProvider;
    private final LeastRecentlyUsedCache<List<Object>, List<Finding>> findingsCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    ProgramExportProvider(PlanStore plans, TimetableViewProvider timetableViewProvider) {
        this.plans = plans;
        this.timetableViewProvider = timetableViewProvider;
    }

    /**
     * Returns what is exported of a plan as the caller sees it: its timetable; without one, the school's existing lessons.
     *
     * @throws RefusalException 404 if the plan has neither; 409 if it requires a missing plugin
     */
    ViewedTimetable resolve(PlanId id, Caller caller) {
        Plan plan = plans.get(id);
        ViewedTimetable viewed = timetableViewProvider.resolveOrExistingLessons(
                plan, NameResolverFactory.studentNaming(caller, plan.organisation()));
        if (!isPlanned(plan) && viewed.problem().value().lessons().isEmpty()) {
            throw noTimetable();
        }
        return viewed;
    }

    private boolean isPlanned(Plan plan) {
        return plans.revision(plan.head()).timetable() != null;
    }

    private static RefusalException noTimetable() {
        return RefusalException.of(HttpStatus.NOT_FOUND, "plan.no-timetable");
    }

    /** Returns the formats that a plan can be exported in: JSON only with a timetable, because existing lessons are no part of one. */
    List<ProgramFormat> formats(Plan plan) {
        boolean isPlanned = isPlanned(plan);
        return Stream.of(ProgramFormat.values())
                .filter(format -> isPlanned || format != ProgramFormat.JSON)
                .toList();
    }

    /**
     * Returns the part of a plan that a request names.
     *
     * @param staff id of a staff member; empty means all
     * @param group id of a class or other group; empty means all
     * @throws RefusalException 404 if the plan does not have them
     */
    ExportScope scope(ViewedTimetable viewed, String staff, String group) {
        return new ExportScope(staff.isEmpty() ? null : findStaff(viewed, staff), findGroup(viewed, group));
    }

    private static StaffId findStaff(ViewedTimetable viewed, String id) {
        return viewed.problem().value().staff().stream()
                .map(person -> person.id())
                .filter(each -> each.value().equals(id))
                .findFirst()
                .orElseThrow(RefusalException::notFound);
    }

    private static @Nullable GroupId findGroup(ViewedTimetable viewed, String id) {
        if (id.isEmpty()) {
            return null;
        }
        var given = viewed.problem().value().groups().stream().map(group -> group.id());
        var formed = viewed.timetable().value().groups().stream().map(GroupMembers::id);
        return Stream.concat(given, formed)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .orElseThrow(RefusalException::notFound);
    }

    /**
     * Returns the files by name, with a report of what they cannot express in the language of the request.
     *
     * @throws RefusalException 404 if the format requires a timetable and the plan has none
     */
    Map<String, byte[]> files(ViewedTimetable viewed, ProgramFormat format, ExportScope scope) {
        if (!formats(viewed.plan()).contains(format)) {
            throw noTimetable();
        }
        ProgramExport export = export(viewed, format, scope);
        var files = new TreeMap<>(export.files());
        String sentences = sentences(viewed, export.findings()).collect(Collectors.joining("\r\n", "", "\r\n"));
        if (!export.findings().isEmpty()) {
            files.put(REPORT, sentences.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** Returns what the files of a format cannot express, as sentences in the language of the request. */
    List<String> losses(ViewedTimetable viewed, ProgramFormat format, ExportScope scope) {
        List<Finding> findings = findingsCache.get(
                List.of(viewed.problem().hash(), viewed.timetable().hash(), format, scope),
                fresh -> timetableViewProvider
                        .planExporter(viewed)
                        .programLosses(format, timetableViewProvider.views(viewed), scope));
        return sentences(viewed, findings).toList();
    }

    private ProgramExport export(ViewedTimetable viewed, ProgramFormat format, ExportScope scope) {
        return timetableViewProvider
                .planExporter(viewed)
                .programFiles(format, viewed.timetable().value(), scope);
    }

    private static Stream<String> sentences(ViewedTimetable viewed, List<Finding> findings) {
        var texts = ProgramTexts.forLanguage(viewed.language());
        return findings.stream().map(texts::sentenceOf);
    }
}
