package dk.grundskema.api.imports.systems.calendar;

import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * The events of an iCalendar file with their unparsed properties.
 *
 * @param name   name of the calendar; empty if not stated
 * @param events events in the order of the file
 */
record CalendarDocument(String name, List<Event> events) {
    /** Some programs write blank lines, which the format does not allow. */
    private static final Pattern BLANK_LINES = Pattern.compile("(?m)^[ \\t]*\\r?\\n");

    /**
     * A property of an event.
     *
     * @param parameters parameters by upper-case name, without quotes
     * @param value      its raw value
     */
    record Property(Map<String, String> parameters, String value) {}

    /**
     * An event.
     *
     * @param line       line of the file on which it begins, from 1
     * @param properties properties by upper-case name
     */
    record Event(int line, Map<String, List<Property>> properties) {
        Optional<Property> property(String key) {
            return properties.getOrDefault(key, List.of()).stream().findFirst();
        }

        List<Property> all(String key) {
            return properties.getOrDefault(key, List.of());
        }

        /** Returns a text without escapes; empty if there is none. */
        String text(String key) {
            return property(key).map(each -> unescape(each.value())).orElse("");
        }

        String where() {
            return "line " + line;
        }
    }

    /** Parses everything up to the first line that is not iCalendar, which is reported; nothing if the file exceeds the limits. */
    static CalendarDocument parse(String text, SystemSourceBuilder source) {
        var lines = new CalendarLineScanner();
        if (!lines.scan(text, source)) {
            return new CalendarDocument("", List.of());
        }
        var handler = new EventCollector(lines.eventLines());
        try {
            new CalendarParserImpl()
                    .parse(
                            new UnfoldingReader(
                                    new StringReader(BLANK_LINES.matcher(text).replaceAll("")), true),
                            handler);
        } catch (ParserException e) {
            source.error("line " + Math.max(1, e.getLineNo()), "import.ical.broken");
        } catch (IOException | RuntimeException e) {
            source.error("", "import.ical.broken");
        }
        return new CalendarDocument(unescape(handler.name), List.copyOf(handler.events));
    }

    private static String unescape(String value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\\' && i + 1 < value.length()) {
                i++;
                text.append(value.charAt(i) == 'n' || value.charAt(i) == 'N' ? '\n' : value.charAt(i));
            } else {
                text.append(letter);
            }
        }
        return text.toString().strip();
    }

    /** Collects the events from the parser. Skips components within events, such as alarms. */
    private static final class EventCollector implements ContentHandler {
        private final List<Integer> lines;
        private final List<Event> events = new ArrayList<>();
        private String name = "";
        private int depth;
        private @Nullable Map<String, List<Property>> open;
        private Map<String, String> parameters = new HashMap<>();
        private String key = "";

        /** @param lines lines on which events begin */
        EventCollector(List<Integer> lines) {
            this.lines = lines;
        }

        @Override
        public void startCalendar() {}

        @Override
        public void endCalendar() {}

        @Override
        public void startComponent(String component) {
            depth++;
            if (depth == 1 && component.equalsIgnoreCase("VEVENT")) {
                open = new HashMap<>();
            }
        }

        @Override
        public void endComponent(String component) {
            depth--;
            if (depth == 0 && open != null) {
                int line = events.size() < lines.size() ? lines.get(events.size()) : 1;
                events.add(new Event(line, Map.copyOf(open)));
                open = null;
            }
        }

        @Override
        public void startProperty(String property) {
            key = property.toUpperCase(Locale.ROOT);
            parameters = new HashMap<>();
        }

        @Override
        public void parameter(String parameter, String value) {
            parameters.put(parameter.toUpperCase(Locale.ROOT), value.replace("\"", ""));
        }

        @Override
        public void propertyValue(String value) {
            if (depth == 0 && key.equals("X-WR-CALNAME")) {
                name = value;
            } else if (depth == 1 && open != null) {
                open.computeIfAbsent(key, any -> new ArrayList<>()).add(new Property(Map.copyOf(parameters), value));
            }
        }

        @Override
        public void endProperty(String property) {}
    }
}
