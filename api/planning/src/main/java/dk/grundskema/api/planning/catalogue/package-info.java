/** JSON Schemas of the file formats and forms of plugin parameters. */
@NullMarked
package dk.grundskema.api.planning.catalogue;

import org.jspecify.annotations.NullMarked;
