package dk.grundskema.api.cli;

import dk.grundskema.api.imports.table.template.TemplateWorkbook;
import dk.grundskema.api.platform.WholeFile;
import dk.grundskema.domain.finding.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the workbook that people fill in for imports. */
@Command(name = "template", sortOptions = false)
final class TemplateCommand implements Callable<Integer> {
    private static final String ENDING = ".xlsx";

    private final Desk desk;

    @Parameters(index = "0", paramLabel = "FILE.xlsx", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    /** @param desk what it works with */
    TemplateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Path target = desk.resolve(file);
        var refusal = Destination.refusal(target)
                .or(() -> Files.exists(target) && !force
                        ? Optional.of(Finding.error("template.exists", "", file))
                        : Optional.empty());
        refusal.or(this::otherEnding).ifPresent(finding -> {
            throw new BadInputException(List.of(new Placed(file.toString(), finding)), Function.identity());
        });
        var workbook =
                new TemplateWorkbook(desk.house().lists(), desk.ownTexts().locale());
        CannotWriteException.throwIfAny(target, WholeFile.write(workbook.bytes(), target));
        desk.screen().say(desk.ownTexts().text("template.written", file));
        return Outcome.FINE.code();
    }

    /** Spreadsheets don't open a workbook that is called otherwise. */
    private Optional<Finding> otherEnding() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? Optional.empty()
                : Optional.of(Finding.error("template.ending", "", file + ENDING));
    }
}
