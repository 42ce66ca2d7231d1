package dk.grundskema.api.cli;

import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.Named;
import dk.grundskema.api.imports.Imported;
import dk.grundskema.api.imports.assembly.StudentIds;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a problem of files that a school has. */
@Command(name = "import", sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--output", paramLabel = "PROBLEM.json", descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--school-year", paramLabel = "2026/27", descriptionKey = "school-year")
    private @Nullable String schoolYear;

    @Option(names = "--weeks", paramLabel = "33-51", descriptionKey = "weeks")
    private @Nullable String weeks;

    @Option(names = "--bells", paramLabel = "FILE", descriptionKey = "bells")
    private @Nullable Path bells;

    @Option(names = "--mapping", paramLabel = "MAPPING.json", descriptionKey = "mapping")
    private @Nullable Path mapping;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "key")
    private @Nullable Path key;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "title")
    private @Nullable String title;

    @Option(names = "--language", paramLabel = "da|en", descriptionKey = "language")
    private CommonOptions.@Nullable Tongue language;

    @Option(names = "--accept-warnings", descriptionKey = "accept-warnings")
    private boolean acceptWarnings;

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    /** @param desk what it works with */
    ImportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Path target = output == null ? Destination.free(desk.here().folder(), "problem") : output;
        StudentKeyFile keyFile =
                key == null ? StudentKeyFile.own(desk.here().environment()) : StudentKeyFile.of(key, desk.here());
        var request = request(target, StudentIds.of(keyFile));
        var findings = new ArrayList<>(destination(target));
        Imported imported = desk.house().imported(request);
        keyFile.news().ifPresent(findings::add);
        imported.findings().forEach(each -> findings.add(new Placed(each.file(), each.finding())));
        var texts = imported.problem() == null ? desk.texts() : desk.texts().named(desk.bareNames(imported.problem()));
        var print = new ImportPrint(desk.screen(), texts, all);
        boolean hasErrors = findings.stream().anyMatch(each -> each.finding().isError());
        if (hasErrors || (imported.hasWarnings() && !acceptWarnings)) {
            print.refused(findings, imported.understood());
            return Outcome.BAD_INPUT.code();
        }
        var refusal = desk.house().write(Objects.requireNonNull(imported.json()), desk.resolve(target));
        if (!refusal.isEmpty()) {
            throw new BadInputException(
                    Placed.in(target.toString(), refusal), desk.bareNames(Objects.requireNonNull(imported.problem())));
        }
        print.written(findings, imported.understood(), target);
        return Outcome.FINE.code();
    }

    private ImportRequest request(Path target, StudentIds ids) {
        Language spoken = language == null ? Language.of(desk.ownTexts().locale()) : Language.valueOf(language.name());
        return new ImportRequest(
                files.stream().map(this::named).toList(),
                bells == null ? null : named(bells),
                mapping == null ? null : named(mapping),
                schoolYear,
                weeks,
                title,
                spoken,
                target.toString(),
                ids);
    }

    private Named named(Path given) {
        return new Named(given.toString(), desk.resolve(given));
    }

    /** What speaks against writing there: it can't be done, or one of the files would be lost. */
    private List<Placed> destination(Path given) {
        Path target = desk.resolve(given);
        var inputs =
                Stream.concat(files.stream(), Stream.of(bells, mapping, key).filter(Objects::nonNull));
        List<Finding> findings = Stream.concat(
                        Destination.refusal(target).stream(),
                        inputs.flatMap(input -> Destination.overInput(target, desk.resolve(input)).stream()))
                .toList();
        return Placed.in(given.toString(), findings);
    }
}
