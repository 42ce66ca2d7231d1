package dk.grundskema.api.imports.systems;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of an XML file.
 *
 * @param name       its name without a prefix
 * @param attributes values of attributes by name, stripped
 * @param text       its own text, stripped; empty means none
 * @param children   elements within, in their order
 * @param line       line of the file on which its first tag ends, from 1
 */
record Element(String name, Map<String, String> attributes, String text, List<Element> children, int line) {
    /** Elements of a name directly within. */
    Stream<Element> all(String child) {
        return children.stream().filter(each -> each.name.equals(child));
    }

    /** Elements of a name within the elements of a name that are directly within. */
    Stream<Element> rows(String list, String row) {
        return all(list).flatMap(each -> each.all(row));
    }

    /** Text of the first element of a name directly within; empty means that there is none. */
    String value(String child) {
        return all(child).map(Element::text).findFirst().orElse("");
    }

    /** Value of an attribute; empty means that there is none. */
    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }
}
