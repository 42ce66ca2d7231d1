package dk.grundskema.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each package of the plugin contract has a page with a row for each of its public types, and no page names a type that doesn't exist. */
class ContractPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGES = ROOT.resolve("docs/contract");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:(?:abstract|final|sealed) )*(?:class|record|enum|@?interface) (\\w+)");
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]*) \\|");

    enum ContractPackage {
        SPI("spi.md"),
        TOOLKIT("toolkit.md"),
        TESTKIT("testkit.md");

        private final Path page;

        ContractPackage(String page) {
            this.page = PAGES.resolve(page);
        }

        private List<Path> folders() {
            List<String> folders = switch (this) {
                case SPI -> List.of("spi/src/main/java/dk/grundskema/solver/spi");
                case TOOLKIT -> List.of("spi/src/main/java/dk/grundskema/solver/spi/toolkit");
                case TESTKIT ->
                    List.of(
                            "testkit/builders/src/main/java/dk/grundskema/solver/testkit",
                            "testkit/contract/src/main/java/dk/grundskema/solver/testkit");
            };
            return folders.stream().map(ROOT.resolve("solver")::resolve).toList();
        }

        private Set<String> publicTypes() throws IOException {
            var types = new TreeSet<String>();
            for (Path folder : folders()) {
                try (var files = Files.list(folder)) {
                    for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                            .toList()) {
                        PUBLIC_TYPE
                                .matcher(Files.readString(file))
                                .results()
                                .forEach(found -> types.add(found.group(1)));
                    }
                }
            }
            return types;
        }
    }

    private static List<String> typesIn(String text) {
        return TYPE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void eachPublicTypeHasOneRowAndEachRowIsAboutAPublicType(ContractPackage one) throws IOException {
        List<String> rows = FIRST_CELL
                .matcher(Files.readString(one.page))
                .results()
                .flatMap(cell -> typesIn(cell.group(1)).stream())
                .toList();

        assertThat(rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(one.publicTypes());
    }

    @ParameterizedTest
    @EnumSource
    void eachTypeNamedAnywhereOnAPageIsOneOfTheContract(ContractPackage one) throws IOException {
        var known = new TreeSet<String>();
        for (ContractPackage each : ContractPackage.values()) {
            known.addAll(each.publicTypes());
        }

        assertThat(known).containsAll(typesIn(Files.readString(one.page)));
    }

    @Test
    void theGuideLeadsToEachPage() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/write-a-plugin.md"));
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> "(contract/" + page.getFileName() + ")")
                            .toList())
                    .hasSize(ContractPackage.values().length + 1) // and the reference
                    .allSatisfy(link -> assertThat(guide).contains(link));
        }
    }
}
