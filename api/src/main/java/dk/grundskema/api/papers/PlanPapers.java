package dk.grundskema.api.papers;

import dk.grundskema.api.calendar.Calendars;
import dk.grundskema.api.calendar.Wording;
import dk.grundskema.api.exports.SheetBundle;
import dk.grundskema.api.exports.SheetMatter;
import dk.grundskema.api.exports.Sheets;
import dk.grundskema.api.exports.Shortcoming;
import dk.grundskema.api.fidelity.BreakdownWording;
import dk.grundskema.api.house.House;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.timetable.HoursLedger;
import dk.grundskema.api.timetable.Looks;
import dk.grundskema.api.timetable.SchoolWeeks;
import dk.grundskema.api.timetable.TimetableWriter;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of a plan goes on paper and into phones. */
public final class PlanPapers {
    private final House house;
    private final Texts texts;
    private final Problem problem;
    private final Names names;
    private final List<Demand> demands;

    /**
     * @param house   knows what is planned
     * @param texts   all texts in the reader's language
     * @param problem what was planned
     * @param names   names for paper that a planner hands out, students' among them
     * @param demands what the problem's interventions ask for
     */
    public PlanPapers(House house, Texts texts, Problem problem, Names names, List<Demand> demands) {
        this.house = house;
        this.texts = texts;
        this.problem = problem;
        this.names = names;
        this.demands = List.copyOf(demands);
    }

    /** The sheets of a timetable, as files by their names. */
    public SortedMap<String, byte[]> sheets(Timetable timetable) {
        return bundle(timetable).files();
    }

    /** The sheets of a timetable, and how they belong together. */
    public SheetBundle bundle(Timetable timetable) {
        return Sheets.bundle(matter(timetable), texts.locale());
    }

    /** The calendars of a timetable, as files by their names. */
    public SortedMap<String, byte[]> calendars(Timetable timetable) {
        return Calendars.of(problem, timetable, wording());
    }

    /** What calendars are worded with. */
    public Wording wording() {
        var sites = new HashMap<SessionId, SiteId>();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sites.put(session.id(), session.site()));
        }
        return new Wording(names, sites, house.decorations(problem), house::texts);
    }

    /** The parts of a timetable as they are looked at. */
    public SchoolWeeks.Parts parts(Timetable timetable) {
        var looks =
                new Looks(timetable, house.decorations(problem), words -> texts.has(words) ? texts.text(words) : words);
        return SchoolWeeks.of(problem, demands, timetable, looks);
    }

    private SheetMatter matter(Timetable timetable) {
        var parts = parts(timetable);
        var views = parts.school().map(SchoolWeeks::all).orElse(parts.events());
        var wording = new BreakdownWording(texts.named(names.with(timetable).inTables()));
        return new SheetMatter(
                parts,
                wording.views(house.reports(problem, timetable)),
                new HoursLedger(views, demands).all(),
                shortcomings(house.check(problem, timetable), texts),
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
