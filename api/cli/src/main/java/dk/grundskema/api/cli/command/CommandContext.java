package dk.grundskema.api.cli.command;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.exports.program.ProgramTexts;
import dk.grundskema.api.imports.table.lists.TableTexts;
import dk.grundskema.api.planning.PlanExporter;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.SetAsideJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Context of a running command: environment, language, texts, names and the planning facade. The facade loads the plugins, so it is created on first
 * use: help does not need it. Students are named by id unless the user asks for names. Not thread-safe.
 */
public final class CommandContext {
    private final CommandEnvironment environment;
    private final Texts own;
    private final Supplier<PlanningFacade> builder;
    private @Nullable PlanningFacade planning;
    private PlanNameResolver.StudentNaming students = PlanNameResolver.StudentNaming.IDS;

    /**
     * @param environment   environment of the process
     * @param language language of the output
     * @param builder  creates the planning facade
     */
    public CommandContext(CommandEnvironment environment, Locale language, Supplier<PlanningFacade> builder) {
        this.environment = environment;
        this.own = CommandTexts.forLanguage(language);
        this.builder = builder;
    }

    /** Returns the environment of the process. */
    public CommandEnvironment environment() {
        return environment;
    }

    /** Returns the screen to write to. */
    public Screen screen() {
        return environment.screen();
    }

    /** Resolves a path against the working folder. */
    public Path resolve(Path given) {
        return environment.folder().resolve(given);
    }

    /** Returns the planning facade. The first call warns of jars in the plugin folder that are not used. */
    public PlanningFacade planning() {
        if (planning == null) {
            warnOfUnusedPlugins(planningWithoutWarnings());
        }
        return planningWithoutWarnings();
    }

    /** Prints a warning for each jar of the plugin folder that is not used. */
    public void warnOfUnusedPlugins(PlanningFacade facade) {
        for (SetAsideJar jar : facade.pluginsSetAside()) {
            screen().err().println(own.text("plugins.warning", jar.jar().getFileName()));
        }
        screen().err().flush();
    }

    /** Returns the planning facade without warnings of jars that are not used. */
    public PlanningFacade planningWithoutWarnings() {
        if (planning == null) {
            planning = builder.get();
        }
        return planning;
    }

    /** Returns the texts of the command line. */
    public Texts commandTexts() {
        return own;
    }

    /** Returns all texts: those of the command line, the exports, the core, the domain and the plugins. Ids are shown as they are. */
    public Texts texts() {
        return texts(own.locale());
    }

    /** Returns all texts in another language than the user's. */
    public Texts texts(Locale language) {
        var bundles = new ArrayList<>(
                List.of(CommandTexts.bundle("options", language), CommandTexts.bundle("messages", language)));
        bundles.add(TableTexts.bundle(language));
        bundles.add(PlanningTexts.load(language));
        bundles.add(ProgramTexts.bundle(language));
        bundles.addAll(planning().textBundles(language));
        return new Texts(language, bundles, Function.identity());
    }

    /** Sets how students are named on the screen. */
    void showStudentsAs(PlanNameResolver.StudentNaming others) {
        students = others;
    }

    /** Returns how students are named on the screen. */
    public PlanNameResolver.StudentNaming studentNaming() {
        return students;
    }

    /** Returns the names in a valid problem, as the screen may show them. */
    public PlanNameResolver names(Problem problem) {
        return new PlanNameResolver(own, problem, planning().expandDemands(problem), students);
    }

    /** Returns the names in a problem that may be invalid; without the groups and sessions that its interventions demand. */
    public PlanNameResolver bareNames(Problem problem) {
        return new PlanNameResolver(own, problem, List.of(), students);
    }

    /** Returns the names for sheets that a planner hands out, including students' names. */
    PlanNameResolver namesOnPaper(Problem problem) {
        return new PlanNameResolver(
                own, problem, planning().expandDemands(problem), PlanNameResolver.StudentNaming.NAMES);
    }

    /** Returns the exporter of sheets, calendars and files of other programs for a valid problem. */
    public PlanExporter planExporter(Problem problem) {
        return new PlanExporter(
                planning(), texts(), problem, namesOnPaper(problem), planning().expandDemands(problem));
    }

    /** Returns the names as the screen may show them, with additional words in another language. */
    public PlanNameResolver names(Locale language, Problem problem) {
        return new PlanNameResolver(
                CommandTexts.forLanguage(language), problem, planning().expandDemands(problem), students);
    }
}
