package dk.grundskema.api.cli.command;

import dk.grundskema.api.documents.json.IsoDateParser;
import dk.grundskema.domain.finding.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Parses moments as typed: a day, or a day with a time. */
public final class MomentParser {
    private MomentParser() {}

    /**
     * Parses a moment; {@code null} if it is none.
     *
     * @param isEnd whether it ends a period: a day then stands for its end, otherwise for its start
     */
    public static @Nullable LocalDateTime parse(String given, boolean isEnd) {
        String text = given.strip();
        try {
            if (text.length() > 10) {
                return IsoDateParser.parseDateTime(text.replace(' ', 'T'));
            }
            LocalDate date = IsoDateParser.parseDate(text);
            return (isEnd ? date.plusDays(1) : date).atStartOfDay();
        } catch (DateTimeException | InvalidValueException e) {
            return null;
        }
    }
}
