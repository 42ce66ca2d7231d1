package dk.grundskema.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks the product against the architecture rules, and each rule against a fixture that breaks it. */
class ArchitectureRulesTest {

    private static final String PRODUCT = "dk.grundskema";
    private static final String FIXTURES = "dk.grundskema.architecture.fixture";

    private static final JavaClasses PRODUCT_CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages(PRODUCT);
    private static final JavaClasses FIXTURE_CLASSES = new ClassFileImporter().importPackages(FIXTURES);

    @ParameterizedTest
    @EnumSource
    void productFollowsTheRule(ArchitectureRule rule) {
        rule.in(PRODUCT).check(PRODUCT_CLASSES);
    }

    /** A rule without classes would pass. */
    @Test
    void allModulesAreImported() {
        Set<String> packages =
                PRODUCT_CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages)
                .contains(
                        PRODUCT + ".domain.time",
                        PRODUCT + ".solver.spi",
                        PRODUCT + ".solver.check",
                        PRODUCT + ".solver.engine",
                        PRODUCT + ".solver.model",
                        PRODUCT + ".solver.proof",
                        PRODUCT + ".solver.rules",
                        PRODUCT + ".solver.testkit",
                        PRODUCT + ".plugins.camp",
                        PRODUCT + ".plugins.coteaching",
                        PRODUCT + ".plugins.peerlearning",
                        PRODUCT + ".plugins.workshopband",
                        PRODUCT + ".api.cli");
    }

    @ParameterizedTest
    @EnumSource
    void cleanFixtureFollowsTheRule(ArchitectureRule rule) {
        assertThat(violations(rule, "clean")).isEmpty();
    }

    /** A rule's fixture has its name; classes that break the rule are called Planted, all others are legal. */
    @ParameterizedTest
    @EnumSource
    void plantedClassesBreakTheRule(ArchitectureRule rule) {
        String fixture = rule.name().toLowerCase(Locale.ROOT).replace("_", "");
        List<String> planted = classesOf(fixture).stream()
                .map(JavaClass::getName)
                .filter(name -> name.contains("Planted"))
                .toList();

        List<String> violations = violations(rule, fixture);

        assertThat(planted).isNotEmpty();
        assertThat(planted).allSatisfy(name -> assertThat(violations).anyMatch(text -> text.contains(name)));
        assertThat(violations).allMatch(text -> text.contains("Planted"));
    }

    private static List<String> violations(ArchitectureRule rule, String fixture) {
        EvaluationResult result = rule.in(FIXTURES + "." + fixture).evaluate(classesOf(fixture));
        return result.getFailureReport().getDetails();
    }

    private static JavaClasses classesOf(String fixture) {
        JavaClasses found =
                FIXTURE_CLASSES.that(JavaClass.Predicates.resideInAPackage(FIXTURES + "." + fixture + ".."));
        assertThat(found).as("classes of fixture (%s)", fixture).isNotEmpty();
        return found;
    }
}
