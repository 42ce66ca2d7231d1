package dk.grundskema.api.platform;

import dk.grundskema.domain.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * From text to a tree of JSON values, with limits on depth, on how many values there are and on the size of numbers, and with line and column of what is
 * broken.
 */
public final class JsonParsing {
    /** Deepest nesting of brackets. */
    public static final int DEEPEST = 64;

    /** Most values in one file. */
    public static final int MOST_VALUES = 1_000_000;

    /** Most characters of a field's name, which stands in the places of all findings within the field. */
    private static final int LONGEST_NAME = 1000;

    /** The length of numbers is checked here, where a finding has the place. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(JsonFile.LARGEST)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private final JsonParser parser;
    private final Findings findings = new Findings();
    private int values;

    private JsonParsing(JsonParser parser) {
        this.parser = parser;
    }

    /** The JSON in a text, or what is wrong with it. */
    public static Read<Json> parse(String text) {
        if (text.isBlank()) {
            return new Read.Bad<>(List.of(Finding.error("file.empty", "")));
        }
        try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            return new JsonParsing(parser).parse();
        }
    }

    private Read<Json> parse() {
        try {
            parser.nextToken();
            Json root = value(0);
            if (parser.nextToken() != null) {
                report("json.more-after-end", parser.currentTokenLocation());
            }
            return findings.count() == 0
                    ? new Read.Good<>(root, List.of(), Canonical.hash(root))
                    : new Read.Bad<>(findings.told());
        } catch (Stop stop) {
            return new Read.Bad<>(findings.told());
        } catch (JacksonException e) {
            report(codeOf(e), e.getLocation() == null ? parser.currentLocation() : e.getLocation());
            return new Read.Bad<>(findings.told());
        }
    }

    private static String codeOf(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "json.beyond-limits";
        }
        return e instanceof UnexpectedEndOfInputException
                        || e.getOriginalMessage().contains("end-of-input")
                ? "json.cut"
                : "json.broken"; // some of its ends are told apart by their message alone
    }

    private Json value(int depth) {
        if (++values > MOST_VALUES) {
            report("json.too-many", parser.currentTokenLocation(), MOST_VALUES);
            throw new Stop();
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> structure(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> Json.Nothing.NOTHING;
            default ->
                throw new IllegalStateException("The parser gave a (%s) where a value was due.".formatted(token));
        };
    }

    /** Zero stands in for a number beyond the bounds, so that the rest is looked at too. */
    private Json number() {
        Optional<BigDecimal> number = parser.getStringLength() > NumberText.MOST_CHARACTERS
                ? Optional.empty()
                : NumberText.read(parser.getString());
        if (number.isEmpty()) {
            TokenStreamLocation place = parser.currentTokenLocation();
            add(Finding.error(
                    "json.number-beyond-limits",
                    parser.streamReadContext().pathAsPointer().toString(),
                    place.getLineNr(),
                    place.getColumnNr(),
                    NumberText.MOST_CHARACTERS,
                    NumberText.LARGEST_EXPONENT));
        }
        return new Json.Numeric(number.orElse(BigDecimal.ZERO));
    }

    private Json structure(int depth) {
        guardDepth(depth);
        var fields = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            TokenStreamLocation place = parser.currentTokenLocation();
            parser.nextToken();
            if (fields.putIfAbsent(name, value(depth)) != null) {
                add(Finding.error(
                        "json.field-twice", "", Scalars.shortened(name), place.getLineNr(), place.getColumnNr()));
            }
        }
        return new Json.Structure(fields);
    }

    private Json list(int depth) {
        guardDepth(depth);
        var elements = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(depth));
        }
        return new Json.Listing(elements);
    }

    private void guardDepth(int depth) {
        if (depth > DEEPEST) {
            report("json.too-deep", parser.currentTokenLocation(), DEEPEST);
            throw new Stop();
        }
    }

    private void report(String code, TokenStreamLocation place, Object... more) {
        var arguments = new ArrayList<Object>(List.of(place.getLineNr(), place.getColumnNr()));
        arguments.addAll(List.of(more));
        findings.add(Finding.error(code, "", arguments.toArray()));
    }

    /** Adds a finding after which the parsing goes on, as long as anybody would read on. */
    private void add(Finding finding) {
        findings.add(finding);
        if (findings.isFull()) {
            throw new Stop();
        }
    }

    /** Ends the parsing where going on would cost too much; what was found stands. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }
}
