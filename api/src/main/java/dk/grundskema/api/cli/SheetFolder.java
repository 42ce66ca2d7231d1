package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.api.exports.SheetMatter;
import dk.grundskema.api.exports.Sheets;
import dk.grundskema.api.exports.Shortcoming;
import dk.grundskema.api.fidelity.BreakdownWording;
import dk.grundskema.api.platform.OwnFolder;
import dk.grundskema.api.timetable.HoursLedger;
import dk.grundskema.api.timetable.Looks;
import dk.grundskema.api.timetable.SchoolWeeks;
import dk.grundskema.api.timetable.TimetableWriter;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The folder that a command fills with sheets.
 *
 * @param desk  what it works with
 * @param given the folder, as the user named it; it need not be there yet
 */
record SheetFolder(Desk desk, Path given) implements PlanFolder {
    private OwnFolder folder() {
        return new OwnFolder(desk.resolve(given), Sheets.PURPOSE);
    }

    /** What speaks against the folder, or against the sheets that every plan has. */
    @Override
    public List<Finding> refusals() {
        return folder().refusals(Sheets.ALWAYS);
    }

    @Override
    public void fill(Taken taken, Timetable timetable) {
        var files = Sheets.of(matter(taken, timetable), desk.ownTexts().locale());
        var refusals = folder().refusals(files.keySet());
        if (!refusals.isEmpty()) {
            throw new BadInputException(Placed.in(given.toString(), refusals), desk.names(taken.problem()));
        }
        CannotWriteException.throwIfAny(given, folder().write(files));
        Path folder = desk.resolve(given).toAbsolutePath().normalize();
        int ofDays = files.keySet().stream().anyMatch(Sheets::isOfADay) ? 1 : 0;
        desk.screen().say(taken.texts().text("sheets.written", files.size(), folder, ofDays));
        desk.screen().say(taken.texts().text("sheets.next", folder.resolve(Sheets.INDEX)));
    }

    private SheetMatter matter(Taken taken, Timetable timetable) {
        var problem = taken.problem();
        var demands = desk.house().demands(problem);
        Texts texts = desk.texts();
        var looks = new Looks(
                timetable, desk.house().decorations(problem), words -> texts.has(words) ? texts.text(words) : words);
        var parts = SchoolWeeks.of(problem, demands, timetable, looks);
        var views = parts.school().map(SchoolWeeks::all).orElse(parts.events());
        var wording = new BreakdownWording(
                texts.named(desk.namesOnPaper(problem).with(timetable).inTables()));
        return new SheetMatter(
                parts,
                wording.views(desk.house().reports(problem, timetable)),
                new HoursLedger(views, demands).all(),
                shortcomings(desk.house().check(problem, timetable), texts),
                TimetableWriter.stamp(timetable));
    }

    /** Rules by their names, without whom they are about. */
    private static List<Shortcoming> shortcomings(List<Fault> faults, Texts texts) {
        var places = faults.stream().collect(Collectors.groupingBy(Fault::rule, TreeMap::new, Collectors.counting()));
        return places.entrySet().stream()
                .map(rule -> new Shortcoming(name(rule.getKey(), texts), rule.getValue()))
                .toList();
    }

    private static String name(String rule, Texts texts) {
        String key = "rule." + rule + ".name";
        return texts.has(key) ? texts.text(key) : rule;
    }
}
