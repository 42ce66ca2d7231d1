package dk.grundskema.api.cli.change;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.change.ChangeFormatter.Section;

/**
 * Prints the preview of a change.
 *
 * @param screen screen to write to
 */
public record PreviewPrinter(Screen screen) {
    /** Prints a part of the preview. */
    public void print(Section section) {
        if (!section.title().isEmpty()) {
            screen.printLine(screen.bold(section.title()));
        }
        section.lines().forEach(line -> screen.printLine(section.title().isEmpty() ? line : "  " + line));
        screen.printEmptyLine();
    }
}
