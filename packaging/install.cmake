# What `cmake --install` puts where, and the Debian package that `cpack` makes of it.
set(DOCUMENTS ${CMAKE_INSTALL_DATADIR}/doc/tally)

# Debian keeps manuals and changelogs compressed; -n leaves the time out, so that the same input gives the same bytes.
find_program(GZIP gzip REQUIRED)
foreach(name tally.1 changelog)
  add_custom_command(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz
    COMMAND ${GZIP} -9nc ${CMAKE_CURRENT_SOURCE_DIR}/packaging/${name} > ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz
    DEPENDS packaging/${name} VERBATIM)
endforeach()
add_custom_target(documents ALL
  DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/tally.1.gz ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz)

install(TARGETS tally)
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/tally/rules)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tally.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/tally.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME tally)
install(FILES README.md ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz DESTINATION ${DOCUMENTS})
install(DIRECTORY docs/ DESTINATION ${DOCUMENTS}/docs)
install(FILES schemas/tally.toml.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/tally/schemas)
install(FILES LICENSE DESTINATION ${DOCUMENTS} RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The tally authors <tally@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compares the numeric claims of news articles")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"tally reads news articles in Chinese and English, finds every amount, stake,
date and count in them with its exact place, and says where sources
contradict each other, where one is newer than another, and where they
agree. It writes reports, checks new articles in continuous integration, and
answers questions about the history of a claim.")
include(CPack)
