package dk.grundskema.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The dependency rules between packages that Maven's modules do not enforce already: inside a module, and of libraries that come along with another
 * module.
 *
 * <p>Each rule is a function of the root package, so that the same code judges the product ({@code dk.grundskema}) and
 * the fixtures where it must fail.
 */
@SuppressWarnings("ImmutableEnumChecker") // ArchUnit's rules are not marked as immutable
enum ArchitectureRule {
    /** There is a place for everything: a package that this list lacks is in the wrong place, or misspelt. */
    EVERY_CLASS_HAS_A_PLACE(root -> classes().should().resideInAnyPackage(PackageLists.in(root, PackageLists.ALL))),

    PLUGIN_IS_ONE_FLAT_PACKAGE(root -> noClasses().should().resideInAPackage(root + ".plugins.*.*..")),

    /** Only the plugin, its parameters and the types of the parameters are public. */
    PLUGIN_SHOWS_ONLY_ITSELF_AND_ITS_PARAMETERS(root -> noClasses()
            .that()
            .resideInAPackage(root + ".plugins..")
            .and(not(describe("are XPlugin, XParameters or part of these", PackageLists::isPluginOrParameters)))
            .should()
            .bePublic()),

    /** Only the search itself sees Timefold, so that everything else stays when the search changes. */
    ONLY_THE_SEARCH_SEES_TIMEFOLD(root -> noClasses()
            .that(not(resideInAnyPackage(PackageLists.in(root, PackageLists.SEARCH))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.timefold..")),

    ONLY_THE_PRECHECK_SEES_JGRAPHT(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".solver.precheck..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jgrapht..")),

    /** Only one package reads class files. */
    ONLY_THE_BYTE_CODE_CHECK_SEES_ASM(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".solver.registry.bytecode..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.objectweb.asm..")),

    /** Rules are declared: they know the contract, not who compiles or searches. */
    RULES_KNOW_ONLY_THE_CONTRACT(root -> classes()
            .that()
            .resideInAPackage(root + ".solver.rules..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PackageLists.with(
                    PackageLists.JDK, root + ".domain..", root + ".solver.spi..", root + ".solver.rules..")))),

    /** The checker checks the rest of the solver, so it shares nothing with it but the plugins' contract. */
    CHECKER_IS_INDEPENDENT(root -> classes()
            .that()
            .resideInAPackage(root + ".solver.check..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PackageLists.with(
                    PackageLists.JDK,
                    root + ".domain..",
                    root + ".solver.spi..",
                    root + ".solver.registry..",
                    root + ".solver.check..")))),

    /** Code outside the solver does not depend on planning entities, scores or moves. */
    ONLY_THE_SOLVER_SEES_PLANNING_ENTITIES(root -> noClasses()
            .that(resideOutsideOfPackage(root + ".solver.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PackageLists.in(root, PackageLists.INNERMOST))),

    /** The command line starts without Spring, and shared code depends on neither the command line nor the service. */
    ONLY_THE_SERVICE_SEES_ITS_LIBRARIES(root -> noClasses()
            .that()
            .resideOutsideOfPackages(root + ".api.platform..", root + ".api.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PackageLists.SERVICE)),

    /** Sheets and web pages use one way to draw a timetable. */
    ONLY_SHEETS_AND_PAGES_SEE_TEMPLATES(root -> noClasses()
            .that(not(resideInAnyPackage(
                    root + ".api.exports.template..", root + ".api.platform..", root + ".api.service..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.thymeleaf..")),

    /** Only one package renders PDF. */
    ONLY_SHEETS_SEE_PDF(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".api.exports.sheet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.openhtmltopdf..")),

    /** Workbooks and CSV are written for sheets, the ledger and other programs, and read with tables; only one package inspects their parts. */
    ONLY_SHEETS_AND_TABLES_SEE_WORKBOOKS(root -> noClasses()
            .that(not(resideInAnyPackage(
                    root + ".api.exports.program..",
                    root + ".api.exports.sheet..",
                    root + ".api.exports.workbook..",
                    root + ".api.imports.table..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dhatim..", "org.apache.commons.csv..", "org.apache.commons.compress..")),

    /** Only one package writes the calendar format. */
    ONLY_CALENDARS_SEE_ICAL4J(root -> noClasses()
            .that()
            .resideOutsideOfPackages(root + ".api.exports.calendar..", root + ".api.imports.systems..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.fortuna.ical4j..")),

    /** Only one package creates QR codes. */
    ONLY_LINKS_SEE_ZXING(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".api.service.subscribe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.zxing..")),

    /** Only one package sends mails. */
    ONLY_NOTICES_SEE_MAIL(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".api.service.notice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")),

    /** The native library of the exact search is loaded only for proofs. */
    ONLY_PROOFS_SEE_OR_TOOLS(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".solver.proof..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.ortools..")),

    /** A proof derives the rules itself, so that it shares no mistake with the search; the checker judges its repairs. */
    PROOFS_ARE_INDEPENDENT(root -> classes()
            .that()
            .resideInAPackage(root + ".solver.proof..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PackageLists.with(
                            PackageLists.JDK,
                            root + ".domain..",
                            root + ".solver.spi..",
                            root + ".solver.check..",
                            root + ".solver.proof..",
                            "com.google.ortools..",
                            "com.google.protobuf.."))
                    .or(describe(
                            "are the engine's OpenSeatRepair",
                            type -> type.getName().equals(root + ".solver.engine.OpenSeatRepair"))))),

    NO_CYCLES_IN_THE_DOMAIN(root -> noCycles(root + ".domain.(**)")),

    NO_CYCLES_IN_THE_SOLVER(root -> noCycles(root + ".solver.(**)")),

    NO_CYCLES_IN_THE_API(root -> noCycles(root + ".api.(**)")),

    /** A feature of the platform or the service uses only features before it, so that a reader can read them in one order. */
    FEATURES_ARE_IN_ORDER(root -> classes().should(useOnlyEarlierFeatures(root + ".api."))),

    /** A REST operation and a page call the same use case; neither calls the controller of the other. */
    NOTHING_USES_CONTROLLERS(root -> classes().should(useNoOtherController(root + ".api.")));

    private final Function<String, ArchRule> rule;

    ArchitectureRule(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    /** This rule for the house whose packages begin with {@code root}, a package name without a dot at its end. */
    ArchRule in(String root) {
        // A missing package violates nothing; a renamed one violates EVERY_CLASS_HAS_A_PLACE.
        return rule.apply(root).as(name()).allowEmptyShould(true);
    }

    private static ArchRule noCycles(String packages) {
        return slices().matching(packages).should().beFreeOfCycles();
    }

    private static ArchCondition<JavaClass> useOnlyEarlierFeatures(String api) {
        return new ArchCondition<>("use only features that come before their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = PackageLists.FEATURES.indexOf(feature(type, api));
                for (Dependency used : type.getDirectDependenciesFromSelf()) {
                    int other = PackageLists.FEATURES.indexOf(feature(used.getTargetClass(), api));
                    if (own >= 0 && other > own) {
                        events.add(SimpleConditionEvent.violated(type, used.getDescription()));
                    }
                }
            }
        };
    }

    private static String feature(JavaClass type, String api) {
        String name = type.getPackageName();
        return name.startsWith(api) ? name.substring(api.length()) : "";
    }

    private static ArchCondition<JavaClass> useNoOtherController(String api) {
        return new ArchCondition<>("use no controller but their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency used : type.getDirectDependenciesFromSelf()) {
                    String other = outermostName(used.getTargetClass());
                    boolean isController = other.startsWith(api)
                            && other.endsWith("Controller")
                            && !used.getTargetClass().isAnnotation();
                    if (isController && !other.equals(outermostName(type))) {
                        events.add(SimpleConditionEvent.violated(type, used.getDescription()));
                    }
                }
            }
        };
    }

    private static String outermostName(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** Who lives where. */
    private static final class PackageLists {

        /** Packages that all code may use. */
        static final List<String> JDK = List.of("java..", "org.jspecify.annotations..");

        /** Libraries that the service alone uses. */
        static final String[] SERVICE = {
            "org.springframework..",
            "jakarta.servlet..",
            "jakarta.validation..",
            "com.github.benmanes.caffeine..",
            "com.github.kagkarlsson.scheduler..",
            "io.github.bucket4j..",
            "io.micrometer..",
            "io.swagger.v3.oas.annotations..",
            "javax.sql..",
            "me.gosimple.nbvcxz..",
            "org.apache.catalina..",
            "org.apache.tomcat..",
            "org.flywaydb.."
        };

        /** The packages of the platform and of the service in their order. */
        static final List<String> FEATURES = List.of(
                "platform.http",
                "platform.traffic",
                "platform.access",
                "platform.page",
                "platform.account",
                "platform.signin",
                "platform.operation",
                "platform.start",
                "service.plan",
                "service.plan.lifecycle",
                "service.plan.problem",
                "service.plan.history",
                "service.people",
                "service.plugins",
                "service.privacy",
                "service.archive",
                "service.importing",
                "service.edit",
                "service.solve",
                "service.input",
                "service.rules",
                "service.campguide",
                "service.timetable",
                "service.plansheet",
                "service.explanation",
                "service.absence",
                "service.change",
                "service.fidelity",
                "service.publish",
                "service.subscribe",
                "service.notice",
                "service.overview",
                "service.catalogue",
                "service.start");

        static final List<String> OUTSIDE_ENGINE = List.of(
                "domain.demand..",
                "domain.fidelity..",
                "domain.finding..",
                "domain.intervention..",
                "domain.people..",
                "domain.place..",
                "domain.problem..",
                "domain.time..",
                "domain.timetable..",
                "solver.proof..",
                "solver.spi..",
                "solver.testkit..",
                "plugins.*",
                "api.cli..",
                "api.documents.cell..",
                "api.documents.fidelity..",
                "api.documents.file..",
                "api.documents.json..",
                "api.documents.ledger..",
                "api.documents.problem..",
                "api.documents.timetable..",
                "api.exports.calendar..",
                "api.exports.feed..",
                "api.exports.program..",
                "api.exports.sheet..",
                "api.exports.template..",
                "api.exports.workbook..",
                "api.imports..",
                "api.planning..",
                "examples..");

        /** The packages of the engine's module. */
        static final List<String> ENGINE = List.of(
                "solver.change..",
                "solver.check..",
                "solver.edit..",
                "solver.engine..",
                "solver.explain..",
                "solver.ledger..",
                "solver.mapping..",
                "solver.model..",
                "solver.moves..",
                "solver.precheck..",
                "solver.registry..",
                "solver.report..",
                "solver.rules..",
                "solver.score..");

        static final List<String> ALL = Stream.of(
                        OUTSIDE_ENGINE.stream(),
                        ENGINE.stream(),
                        Stream.of("api.platform", "api.service"),
                        FEATURES.stream().map(feature -> "api." + feature))
                .flatMap(packages -> packages)
                .toList();

        /** Those that may use Timefold. */
        static final List<String> SEARCH =
                List.of("solver.engine..", "solver.mapping..", "solver.model..", "solver.moves..", "solver.score..");

        /** Packages that only the solver may use. */
        static final List<String> INNERMOST =
                List.of("solver.mapping..", "solver.model..", "solver.moves..", "solver.rules..", "solver.score..");

        private PackageLists() {}

        static String[] in(String root, List<String> packages) {
            return packages.stream().map(name -> root + "." + name).toArray(String[]::new);
        }

        static String[] with(List<String> packages, String... more) {
            return Stream.concat(packages.stream(), Arrays.stream(more)).toArray(String[]::new);
        }

        static boolean isPluginOrParameters(JavaClass type) {
            return type.getSimpleName().endsWith("Plugin")
                    || type.getPackage().getClasses().stream()
                            .filter(other -> other.getSimpleName().endsWith("Parameters"))
                            .anyMatch(parameters -> partsOf(parameters).contains(type));
        }

        /** Returns the types of the package that {@code parameters} consists of, including itself. */
        private static Set<JavaClass> partsOf(JavaClass parameters) {
            Set<JavaClass> found = new HashSet<>();
            Deque<JavaClass> open = new ArrayDeque<>(List.of(parameters));
            DescribedPredicate<JavaClass> atHome =
                    describe("of its package", type -> type.getPackage().equals(parameters.getPackage()));
            while (!open.isEmpty()) {
                JavaClass type = open.remove();
                if (!found.add(type)) {
                    continue;
                }
                Stream<JavaClass> components = type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .flatMap(field -> field.getAllInvolvedRawTypes().stream());
                Stream.of(components, type.getSubclasses().stream(), type.getEnclosingClass().stream())
                        .flatMap(types -> types)
                        .filter(atHome)
                        .forEach(open::add);
            }
            return found;
        }
    }
}
